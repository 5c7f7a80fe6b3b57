import type { Answer, Parsed } from '#contract/operations.ts';
import type { DetectionView } from '#contract/tasks.ts';
import { toEpochMs, toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { detectionIdSchema, runIdOf, taskIdSchema } from '#domain/ids.ts';
import { policyOfDevice } from '#domain/policy/effective-policy.ts';
import { missingForTask, type Missing } from '#domain/response/detection.ts';
import type { Run } from '#domain/response/run.ts';
import type { Task } from '#domain/response/task.ts';
import { identityKey, momentOf, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { Problem } from '../problem.ts';
import type { ServerState, StoredDetection } from '../store/store.ts';
import {
  effectiveOn,
  fleetOf,
  nowOf,
  runSourceOf,
  serverOf,
  withSubgroups,
  type Backend,
  type Fleet,
} from './backend.ts';
import { matches, pageOfRows } from './page.ts';
import { durationOf } from './replanning.ts';
import { expired } from './retention.ts';

/** Of the devices that do not have the object for certain, how many in a hundred have it all the same: a stated model. */
const alsoInfectedPercent = 2;

export async function detections(backend: Backend, { query }: Parsed<'detections'>): Promise<Answer<'detections'>> {
  const devices = await backend.store.all('devices');
  const names = new Map(devices.map((device) => [device.id, device.name]));
  const found = (await backend.store.all('detections'))
    .filter((d) => matches(query.search, [names.get(d.deviceId) ?? '', ...d.objects.map((o) => o.fileName)]))
    .sort((a, b) => b.detectedAtMs - a.detectedAtMs);
  return {
    rows: pageOfRows(found, query).map((detection) => detectionView(detection, names.get(detection.deviceId))),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(await nowOf(backend)),
  };
}

export function detectionView(detection: StoredDetection, deviceName: string | undefined): DetectionView {
  return {
    id: detection.id,
    detectedAt: toInstant(detection.detectedAtMs),
    device: { id: detection.deviceId, name: deviceName ?? detection.deviceId },
    objects: detection.objects.map((object) => ({ ...object })),
    taskId: detection.taskId,
    missing: [...detection.missing],
  };
}

/**
 * A detection on a device, now or at a later simulated instant. It creates one task of the group that owns the device's
 * effective policy with one run per device of that group and its subgroups, or says exactly what was missing.
 * Source: rules §3.
 */
export async function simulateDetection(
  backend: Backend,
  { body }: Parsed<'simulateDetection'>,
): Promise<DetectionView> {
  const device = await backend.store.get('devices', body.deviceId);
  if (!device) {
    throw new Problem('invalid-input', 'There is no such device. Choose one from the list.', [
      { path: '/deviceId', message: 'There is no such device' },
    ]);
  }
  const server = await serverOf(backend);
  const now = await nowOf(backend);
  const atMs = body.at === undefined ? now : toEpochMs(body.at);
  if (body.at !== undefined && atMs < now) {
    throw new Problem(
      'invalid-input',
      `It is ${toInstant(now)} in simulated time. Choose that instant or a later one.`,
      [{ path: '/at', message: 'This instant has passed' }],
    );
  }
  const fleet = await fleetOf(backend);
  const policy = policyOfDevice(fleet.hierarchy, device);
  const missing = whatIsMissing(fleet, device, server);
  const number = String(server.nextNumber).padStart(4, '0');
  const detection: StoredDetection = {
    id: detectionIdSchema.parse(`det-${number}`),
    detectedAtMs: atMs,
    deviceId: device.id,
    objects: body.objects,
    missing,
    taskId: missing.length > 0 || !policy ? null : taskIdSchema.parse(`task-${number}`),
  };
  const nextServer: ServerState = { ...server, nextNumber: server.nextNumber + 1 };
  const base = { detections: { put: [detection] }, server: { put: [nextServer] } };
  if (detection.taskId === null || !policy) {
    await backend.store.commit(base);
    return detectionView(detection, device.name);
  }

  const task: Task = {
    id: detection.taskId,
    name: `IOC Scan · ${body.objects[0]?.fileName ?? ''} · ${number}`,
    detectionId: detection.id,
    groupId: policy.groupId,
    createdAtMs: atMs,
  };
  const runs = runsOf(task, detection, fleet, await backend.store.all('devices'), server);
  const gone = await expired(backend, now, 1);
  await backend.store.commit({
    ...base,
    tasks: { put: [task], remove: gone.tasks },
    runs: { put: runs, remove: gone.runs },
  });
  return detectionView(detection, device.name);
}

function whatIsMissing(fleet: Fleet, device: Device, server: ServerState): Missing[] {
  if (policyOfDevice(fleet.hierarchy, device) === null) return ['no-policy'];
  const actions = effectiveOn(fleet, device, 'actions').winner.value;
  const authentication = effectiveOn(fleet, device, 'authentication').winner.value;
  return missingForTask({ actions, authentication }, server.account);
}

function runsOf(
  task: Task,
  detection: StoredDetection,
  fleet: Fleet,
  devices: readonly Device[],
  server: ServerState,
): Run[] {
  const inside = withSubgroups(fleet.hierarchy.groups.values(), task.groupId);
  const key = taskKey(server.seed, task.id);
  return devices
    .filter((device) => inside.has(device.groupId))
    .map((device) => {
      const effective = effectiveOn(fleet, device, 'additional');
      const scanning = effective.winner.value.iocScanning;
      const moment = momentOf(key, identityKey(device.id));
      const run = { id: runIdOf(task.id, device.id), taskId: task.id, deviceId: device.id };
      return {
        ...run,
        zone: device.timeZone,
        scanning,
        source: runSourceOf(effective),
        deviceOnline: device.status !== 'offline',
        plan: planStart(scanning.start, { createdAtMs: task.createdAtMs, zone: device.timeZone, moment }),
        plannedAtMs: task.createdAtMs,
        startedByHandMs: null,
        moment,
        durationMs: durationOf(server, run, scanning.scope),
        iocFound:
          device.id === detection.deviceId ||
          uniformMoment(server.seed, `${task.id}/found`, device.id) * 100 < alsoInfectedPercent,
      };
    });
}
