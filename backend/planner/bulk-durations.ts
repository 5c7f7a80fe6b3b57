import type { ScanScope } from '#domain/policy/settings.ts';
import { durationMs, type DurationModel } from '#domain/response/run.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';

/** The key under which the runs of a task draw their durations. */
export const durationKey = (seed: number, taskId: string): number => taskKey(seed, `${taskId}/duration`);

export interface ScanColumns {
  readonly scopes: readonly ScanScope[];
  /** The place of each device's scope in `scopes`. */
  readonly scopeOf: Uint8Array;
  /** `identityKey` of each device's id */
  readonly keys: Uint32Array;
}

/** Runs as columns; left out where each device has one run, of the first task. */
interface DurationRows {
  readonly deviceOf: Uint32Array;
  readonly taskOf: Uint32Array;
}

/**
 * How long the run of each device takes, in milliseconds: the very durations that runs get one by one from the seed.
 * @param tasks `durationKey` of each task
 * @param rows whose run each row is, and of which task; without it, one run a device, of the first task
 * @throws RangeError when a device names a scope, or a row a device or a task, that is not there.
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
