import { decided, hasStarted, replan, type Run } from '#domain/response/run.ts';
import type { Planner } from '#domain/schedule/plan-start.ts';
import { mapRuns } from '../runs/map-runs.ts';
import { memoizedPlanner } from '../runs/run-plans.ts';
import type { TaskRunSet, TaskRuns } from '../ports/run-records.ts';
import { realClock, simulatedNow } from '../clock/simulated-clock.ts';
import type { Changes, ServerState } from '../ports/store.ts';
import { type RequestContext } from '../request-context.ts';
import { loadFleet } from '../queries/fleet-snapshot.ts';
import { loadTaskRunSets } from '../queries/task-run-sets.ts';
import { failedDetection } from './process-due-detections.ts';
import { replannedForDevice, sameSource } from './replanning.ts';
import { taskRemoval } from '../queries/retention.ts';
import { runInputsByRoster, type DeviceRunInputs, type RunInputsByDevice } from '../queries/run-inputs.ts';

/**
 * What going back to real time changes. From the simulated future it takes back what lies after the real now: detections,
 * expected ones too, and their tasks are removed, what a retry did is to be retried again, and runs are what they would be had only the policies and the devices
 * changed, now. From behind real time nothing is taken back: time moves on, as by a jump.
 * @param realMs the real now, epoch milliseconds UTC
 */
export async function returnToRealTimeChanges(
  context: RequestContext,
  server: ServerState,
  realMs: number,
): Promise<Changes> {
  const clock = { server: { put: [{ ...server, clock: realClock(realMs) }] } };
  if (simulatedNow(server.clock, realMs) <= realMs) return clock;

  const { store } = context;
  const all = await store.all('detections');
  const detections = all.filter((detection) => detection.detectedAtMs > realMs);
  const retried = all.filter((one) => one.detectedAtMs <= realMs && (one.processedAtMs ?? realMs) > realMs);
  const tasks = (await store.all('tasks')).filter((task) => task.createdAtMs > realMs).map((task) => task.id);
  const deleted = new Set<string>(tasks);
  const removal = await taskRemoval(context, tasks);
  const situationsIn = await runInputsByRoster(store, await loadFleet(context));
  const planner = memoizedPlanner();
  const put = (await loadTaskRunSets(context)).flatMap((runSet) => {
    if (deleted.has(runSet.runs.id)) return [];
    const before = runsReturnedTo(runSet, situationsIn(runSet.roster), server, realMs, planner);
    return before === runSet.runs ? [] : [before];
  });
  return {
    ...clock,
    ...removal,
    detections: {
      put: retried.map((detection) =>
        failedDetection(detection, 'The retry lay in the simulated future and was taken back.'),
      ),
      remove: detections.map((detection) => detection.id),
    },
    runs: { ...removal.runs, put },
  };
}

/**
 * Runs with what happened to them after `realMs` taken back. Policies and devices keep what people changed, so a run that
 * had not started by then follows the settings and the status that hold, as of `realMs`.
 */
function runsReturnedTo(
  runSet: TaskRunSet,
  { situations, kinds }: RunInputsByDevice,
  server: ServerState,
  realMs: number,
  planner: Planner,
): TaskRuns {
  const at = { atMs: realMs, durations: server.durations };
  const here = (place: number) => kinds[place] ?? -1;
  // Two steps, since whether a run had started by then is only known once the starts by hand are taken back.
  const undone = mapRuns(runSet, {
    ...at,
    kindOf: (place) => Math.min(0, here(place)),
    change: (run) => withoutLaterManualStart(run, realMs),
  });
  return mapRuns(
    { ...runSet, runs: undone },
    {
      ...at,
      kindOf: here,
      change: (run, place) => {
        const situation = situations[here(place)];
        return situation ? runReturnedTo(run, situation, server, realMs, planner) : run;
      },
    },
  );
}

const withoutLaterManualStart = (run: Run, realMs: number): Run =>
  (run.startedByHand?.atMs ?? realMs) > realMs ? { ...run, startedByHand: null } : run;

function runReturnedTo(
  run: Run,
  situation: DeviceRunInputs,
  server: ServerState,
  realMs: number,
  planner: Planner,
): Run {
  if (hasStarted(run, realMs)) return run;
  const decisions = run.decisions.filter(({ atMs }) => atMs <= realMs);
  const before = decisions.length === run.decisions.length ? run : { ...run, decisions };
  const after = replannedForDevice(before, situation, server, realMs, planner);
  const { scanning, source, durationMs } = after;
  if (after.plannedAtMs > realMs) return replan(after, scanning, source, durationMs, realMs, planner, 'clock');
  const last = after.decisions.at(-1);
  return last === undefined || sameSource(last.source, source) ? after : decided(after, 'clock', realMs);
}
