import type { Device } from '#domain/fleet/fleet.ts';
import { hasStarted, replan, type Run } from '#domain/response/run.ts';
import { realClock, simulatedNow } from '../simulator/clock.ts';
import type { Changes, ServerState } from '../store/store.ts';
import { fleetOf, type Backend } from './backend.ts';
import { holdingOf, type Holding } from './holdings.ts';
import { following } from './replanning.ts';

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
  const gone = new Set(tasks);
  const runs = await store.all('runs');
  const devices = new Map((await store.all('devices')).map((device) => [device.id, device]));
  const holding = holdingOf(await fleetOf(backend), 'additional');
  return {
    ...clock,
    detections: { remove: detections.map((detection) => detection.id) },
    tasks: { remove: tasks },
    runs: {
      remove: runs.filter((run) => gone.has(run.taskId)).map((run) => run.id),
      put: runs.flatMap((run) => {
        const device = devices.get(run.deviceId);
        const before = device && !gone.has(run.taskId) ? takenBack(run, device, holding, server, realMs) : run;
        return before === run ? [] : [before];
      }),
    },
  };
}

/**
 * A run with what happened to it after `realMs` taken back. Policies and devices keep what people changed, so a run that
 * had not started by then follows the settings and the status that hold, as of `realMs`.
 */
function takenBack(run: Run, device: Device, holding: Holding<'additional'>, server: ServerState, realMs: number): Run {
  const undone = (run.startedByHandMs ?? realMs) > realMs ? { ...run, startedByHandMs: null } : run;
  if (hasStarted(undone, realMs)) return undone;
  const after = following(undone, device, holding, server, realMs);
  if (after.plannedAtMs <= realMs) return after;
  return replan(after, after.scanning, after.source, after.durationMs, realMs);
}
