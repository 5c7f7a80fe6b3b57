import type { ScanScope } from '#domain/policy/settings.ts';
import { durationMs, type DurationModel } from '#domain/response/run.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';

/** The key under which the runs of a task draw their durations. */
export const durationKey = (seed: number, taskId: string): number => taskKey(seed, `${taskId}/duration`);

export interface ScanColumns {
  readonly scopes: readonly ScanScope[];
  /** The index of each device's scope in `scopes`. */
  readonly scopeOf: Uint8Array;
  /** `identityKey` of each device's id */
  readonly keys: Uint32Array;
}

/** Runs as columns; omitted if each device has one run, of the first task. */
interface DurationRows {
  readonly deviceOf: Uint32Array;
  readonly taskOf: Uint32Array;
}

/**
 * The durations of runs in milliseconds, identical to those computed run by run from the seed.
 * @param tasks `durationKey` of each task
 * @param rows the device and the task of each run; by default one run for each device, of the first task
 * @throws RangeError for an unknown scope, device or task
 */
export function durationsOf(
  model: DurationModel,
  { scopes, scopeOf, keys }: ScanColumns,
  tasks: Uint32Array,
  rows?: DurationRows,
): Float64Array {
  const wrong = scopeOf.findIndex((scope) => scope >= scopes.length);
  if (wrong >= 0 || scopeOf.length !== keys.length)
    throw new RangeError('Each device needs a key and a scope that is listed.');
  if (rows && (rows.taskOf.length !== rows.deviceOf.length || rows.deviceOf.some((device) => device >= keys.length)))
    throw new RangeError('Each row needs a task and a device that is there.');
  if (rows ? rows.taskOf.some((task) => task >= tasks.length) : tasks.length === 0)
    throw new RangeError('Each row names a task that is there.');
  const durations = new Float64Array(rows?.deviceOf.length ?? keys.length);
  for (let i = 0; i < durations.length; i += 1) {
    const device = rows?.deviceOf[i] ?? i;
    const task = tasks[rows?.taskOf[i] ?? 0] ?? 0;
    const scope = scopes[scopeOf[device] ?? 0] ?? 'critical-areas';
    durations[i] = durationMs(model, scope, momentOf(task, keys[device] ?? 0));
  }
  return durations;
}
