import type { Device } from '#domain/fleet/fleet.ts';
import type { TaskId } from '#domain/ids.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import type { DurationModel, RunSource } from '#domain/response/run.ts';
import { caseTable } from './case-table.ts';
import { memoizedPlanner } from './run-plans.ts';
import { caseColumn } from './task-runs.ts';
import { type TaskRuns } from '../ports/run-records.ts';

/** The effective scan settings of a device and their source. */
export interface EffectiveScanSettings {
  readonly scanning: IocScanning;
  readonly source: RunSource;
}

interface NewRuns {
  readonly id: TaskId;
  readonly seed: number;
  readonly createdAtMs: number;
  readonly durations: DurationModel;
  readonly roster: string;
  /** The devices of the roster, in its order. */
  readonly devices: readonly Device[];
  /** The distinct settings; `settingsOf` has the index of each device's. */
  readonly settings: readonly EffectiveScanSettings[];
  readonly settingsOf: ArrayLike<number>;
  readonly iocFoundAt: (index: number) => boolean;
}

/** Plans the runs of a new task: once for each case, not for each device. */
export function planRuns({
  id,
  seed,
  roster,
  devices,
  settings,
  settingsOf,
  iocFoundAt,
  createdAtMs,
  durations,
}: NewRuns): TaskRuns {
  const zones = new Map<string, number>();
  const planner = memoizedPlanner();
  const table = caseTable();
  const known = new Map<number, number>();
  const caseIndexes = new Uint32Array(devices.length);

  devices.forEach(({ timeZone: zone, status }, index) => {
    const effective = settings[settingsOf[index] ?? settings.length];
    if (!effective) throw new RangeError(`No settings are given for the device at index ${String(index)}.`);
    const iocFound = iocFoundAt(index);
    const zoneAt = zones.get(zone) ?? zones.size;
    zones.set(zone, zoneAt);
    const deviceOnline = status !== 'offline';
    const key = (zoneAt * settings.length + (settingsOf[index] ?? 0)) * 4 + (deviceOnline ? 2 : 0) + (iocFound ? 1 : 0);
    let one = known.get(key);
    if (one === undefined) {
      const { scanning, source } = effective;
      const settled = { scanning, source, zone, deviceOnline, plannedAtMs: createdAtMs };
      one = table.indexOf({
        ...settled,
        plan: planner(scanning.start, { createdAtMs, zone, moment: 0 }),
        startedByHand: null,
        duration: durations[scanning.scope],
        iocFound,
        decisions: [{ atMs: createdAtMs, because: 'created', ...settled }],
      });
      known.set(key, one);
    }
    caseIndexes[index] = one;
  });
  const caseOf = caseColumn(caseIndexes.length, table.cases.length);
  caseOf.set(caseIndexes);
  return { id, seed, roster, cases: table.cases, caseOf };
}
