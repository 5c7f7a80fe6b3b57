import type { Device } from '#domain/fleet/fleet.ts';
import { hasStarted, replan, withDeviceStatus, type Run } from '#domain/response/run.ts';
import type { Planner } from '#domain/schedule/plan-start.ts';
import { mapRuns } from '../runs/map-runs.ts';
import type { Held } from '../runs/plan-runs.ts';
import { rememberedPlans } from '../runs/plans.ts';
import { membersOf } from '../runs/roster.ts';
import type { RunBlock, TaskRuns } from '../runs/task-runs.ts';
import { realClock, simulatedNow } from '../simulator/clock.ts';
import type { Changes, ServerState } from '../store/store.ts';
import { fleetOf, type Backend } from './backend.ts';
import { blocksIn } from './blocks.ts';
import type { HeldOnMany } from './held.ts';
import { heldByRoster, replanned } from './replanning.ts';
import { removalOf } from './retention.ts';

/**
 * What going back to real time changes. From the simulated future it takes back what lies after the real now: detections,
 * expected ones too, and their tasks are removed, and runs are what they would be had only the policies and the devices
 * changed, now. From behind real time nothing is taken back: time moves on, as by a jump.
 * @param realMs the real now, epoch milliseconds UTC
 */
export async function changesBackToReal(backend: Backend, server: ServerState, realMs: number): Promise<Changes> {
  const clock = { server: { put: [{ ...server, clock: realClock(realMs) }] } };
  if (simulatedNow(server.clock, realMs) <= realMs) return clock;

  const { store } = backend;
  const detections = (await store.all('detections')).filter((detection) => detection.detectedAtMs > realMs);
  const tasks = (await store.all('tasks')).filter((task) => task.createdAtMs > realMs).map((task) => task.id);
  const gone = new Set<string>(tasks);
  const removal = await removalOf(backend, tasks);
  const devices = await store.all('devices');
  const heldIn = await heldByRoster(store, await fleetOf(backend));
  const planner = rememberedPlans();
  const put = (await blocksIn(backend)).flatMap((block) => {
    if (gone.has(block.runs.id)) return [];
    const before = takenBack(block, membersOf(block.roster, devices), heldIn(block.roster), server, realMs, planner);
    return before === block.runs ? [] : [before];
  });
  return {
    ...clock,
    ...removal,
    detections: { remove: detections.map((detection) => detection.id) },
    runs: { ...removal.runs, put },
  };
}

/**
 * Runs with what happened to them after `realMs` taken back. Policies and devices keep what people changed, so a run that
 * had not started by then follows the settings and the status that hold, as of `realMs`.
 */
function takenBack(
  block: RunBlock,
  devices: readonly (Device | undefined)[],
  { held, kinds }: HeldOnMany,
  server: ServerState,
  realMs: number,
  planner: Planner,
): TaskRuns {
  const at = { atMs: realMs, durations: server.durations };
  const here = (place: number) => kinds[place] ?? -1;
  // Two steps, since whether a run had started by then is only known once the starts by hand are taken back.
  const undone = mapRuns(block, {
    ...at,
    kindOf: (place) => Math.min(0, here(place)),
    change: (run) => notByHand(run, realMs),
  });
  return mapRuns(
    { ...block, runs: undone },
    {
      ...at,
      kindOf: (place) => (here(place) < 0 ? -1 : here(place) * 2 + (devices[place]?.status === 'offline' ? 1 : 0)),
      change: (run, place) => {
        const [device, holds] = [devices[place], held[here(place)]];
        return device && holds ? asOf(run, device, holds, server, realMs, planner) : run;
      },
    },
  );
}

const notByHand = (run: Run, realMs: number): Run =>
  (run.startedByHandMs ?? realMs) > realMs ? { ...run, startedByHandMs: null } : run;

function asOf(run: Run, { status }: Device, holds: Held, server: ServerState, realMs: number, planner: Planner): Run {
  if (hasStarted(run, realMs)) return run;
  const after = replanned(withDeviceStatus(run, status, realMs, planner), holds, server, realMs, planner);
  if (after.plannedAtMs <= realMs) return after;
  return replan(after, after.scanning, after.source, after.durationMs, realMs, planner);
}
