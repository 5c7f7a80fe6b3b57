import { sameScanning, type ScanScope } from '#domain/policy/settings.ts';
import {
  decided,
  durationMs,
  hasStarted,
  replan,
  withDeviceStatus,
  withZone,
  type Run,
  type RunSource,
} from '#domain/response/run.ts';
import { uniformMoment } from '#domain/schedule/moment.ts';
import { planStart, type Planner } from '#domain/schedule/plan-start.ts';
import { mapRuns } from '../runs/map-runs.ts';
import { memoizedPlanner } from '../runs/run-plans.ts';
import type { EffectiveScanSettings } from '../runs/plan-runs.ts';
import type { TaskRuns } from '../ports/run-records.ts';
import type { ServerState, Store } from '../ports/store.ts';
import type { Fleet } from '../queries/fleet-snapshot.ts';
import { loadTaskRunSets } from '../queries/task-run-sets.ts';
import { runInputsByRoster, type DeviceRunInputs } from '../queries/run-inputs.ts';

/** How long the run of a task takes on a device: the same whenever it is asked. */
export function durationOf(
  { seed, durations }: Pick<ServerState, 'seed' | 'durations'>,
  run: Pick<Run, 'taskId' | 'deviceId'>,
  scope: ScanScope,
): number {
  return durationMs(durations, scope, uniformMoment(seed, `${run.taskId}/duration`, run.deviceId));
}

/**
 * The run with the settings that now hold on its device: planned anew, as if created at `atMs`, when they differ from
 * those it was planned with; the very same run otherwise. Source: docs/domain-rules.md#policy-changes.
 */
export function replanned(
  run: Run,
  { scanning, source }: EffectiveScanSettings,
  server: Pick<ServerState, 'seed' | 'durations'>,
  atMs: number,
  planner: Planner = planStart,
): Run {
  if (hasStarted(run, atMs)) return run;
  if (sameScanning(run.scanning, scanning))
    return sameSource(run.source, source) ? run : decided({ ...run, source }, 'source', atMs);
  const duration = scanning.scope === run.scanning.scope ? run.durationMs : durationOf(server, run, scanning.scope);
  return replan(run, scanning, source, duration, atMs, planner);
}

/**
 * The run as its device is at `atMs`, whatever changed of it: its zone, its status, its group and with that its settings.
 * The very same run where nothing of that concerns it.
 */
export function replannedForDevice(
  run: Run,
  situation: DeviceRunInputs,
  server: Pick<ServerState, 'seed' | 'durations'>,
  atMs: number,
  planner: Planner = planStart,
): Run {
  const inZone = withZone(run, situation.zone, atMs, planner);
  return replanned(withDeviceStatus(inZone, situation.status, atMs, planner), situation, server, atMs, planner);
}

/**
 * The runs of every task in which a change of settings or of devices plans any anew, as records to put.
 * @param store the world after the change: where each device is, and what holds there
 */
export async function runsToReplan(store: Store, fleet: Fleet, server: ServerState, atMs: number): Promise<TaskRuns[]> {
  const situationsIn = await runInputsByRoster(store, fleet);
  const planner = memoizedPlanner();
  return (await loadTaskRunSets({ store })).flatMap((runSet) => {
    const { situations, kinds } = situationsIn(runSet.roster);
    const after = mapRuns(runSet, {
      atMs,
      durations: server.durations,
      kindOf: (place) => kinds[place] ?? -1,
      change: (run, place) => {
        const situation = situations[kinds[place] ?? -1];
        return situation ? replannedForDevice(run, situation, server, atMs, planner) : run;
      },
    });
    return after === runSet.runs ? [] : [after];
  });
}

/** Whether the same one decided, in the same way. */
export function sameSource(a: RunSource, b: RunSource): boolean {
  if ('policyId' in a && 'policyId' in b) return a.kind === b.kind && a.policyId === b.policyId;
  return a.kind === b.kind;
}
