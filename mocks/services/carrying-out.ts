import type { Device } from '#domain/fleet/fleet.ts';
import { runIdOf, taskIdOf } from '#domain/ids.ts';
import { policyOfDevice } from '#domain/policy/effective-policy.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import {
  decidedIn,
  isThreat,
  localActionsOf,
  missingForTask,
  type DecidedBy,
  type Detection,
  type Missing,
} from '#domain/response/detection.ts';
import type { Run } from '#domain/response/run.ts';
import type { Task } from '#domain/response/task.ts';
import { identityKey, momentOf, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import { credentialOf, type Changes, type ServerState } from '../store/store.ts';
import {
  effectiveOn,
  fleetOf,
  groupRef,
  need,
  nowOf,
  runSourceOf,
  serverOf,
  sourceView,
  withSubgroups,
  type Backend,
  type Fleet,
} from './backend.ts';
import { durationOf } from './replanning.ts';
import { expired } from './retention.ts';

/** Of the devices that do not have the object for certain, how many in a hundred have it all the same: a stated model. */
const alsoInfectedPercent = 2;

/**
 * Carries out the expected detections whose instant has come, in the order of their instants. Asked before every
 * request: settings, statuses and the account change by requests only, so what is in force now was in force then.
 */
export async function catchUp(backend: Backend): Promise<void> {
  const expected = await backend.store.where('detections', 'expected', 'true');
  if (expected.length === 0) return;
  const now = await nowOf(backend);
  const due = expected
    .filter((detection) => detection.detectedAtMs <= now)
    .sort((a, b) => a.detectedAtMs - b.detectedAtMs || (a.id < b.id ? -1 : 1));
  for (const detection of due) {
    const { changes } = await carriedOut(backend, await serverOf(backend), detection);
    await backend.store.commit(changes);
  }
}

/**
 * What a detection does at its own instant: one task of the group that owns the device's effective policy with one run
 * per device of that group and its subgroups, or nothing, with exactly what was missing. Source: rules §3.
 * @returns the detection as it is then, and all that changes with it
 */
export async function carriedOut(
  backend: Backend,
  server: ServerState,
  { id, detectedAtMs, deviceId, objects, legitimateApplication }: Detection,
): Promise<{ detection: Detection; changes: Changes }> {
  const kind = legitimateApplication === undefined ? {} : { legitimateApplication };
  const detected = { id, detectedAtMs, deviceId, objects, ...kind };
  const device = await need(backend, 'devices', deviceId);
  const fleet = await fleetOf(backend);
  const policy = policyOfDevice(fleet.hierarchy, device);
  const threat = isThreat(detected, effectiveOn(fleet, device, 'additional').winner.value);
  const conditions = threat ? missingSettings(fleet, device, server, policy !== null) : [notAThreat];
  const missing = conditions.map((condition) => ({ condition, source: sourceOf(fleet, device, condition) }));
  const localActions = threat ? localActionsOf(effectiveOn(fleet, device, 'actions').winner.value) : [];
  if (!policy || missing.length > 0) {
    const detection: Detection = { ...detected, missing, localActions, taskId: null };
    return { detection, changes: { detections: { put: [detection] } } };
  }

  const number = id.replace(/^\D*/, '');
  const task: Task = {
    id: taskIdOf(Number(number)),
    name: `IOC Scan · ${objects[0]?.fileName ?? ''} · ${number}`,
    detectionId: id,
    groupId: policy.groupId,
    groupName: groupRef(fleet.hierarchy, policy.groupId).name,
    createdAtMs: detectedAtMs,
  };
  const detection: Detection = { ...detected, missing, localActions, taskId: task.id };
  const runs = runsOf(task, detection, fleet, await backend.store.all('devices'), server);
  const gone = await expired(backend, task.createdAtMs, 1);
  return {
    detection,
    changes: {
      detections: { put: [detection] },
      tasks: { put: [task], remove: gone.tasks },
      runs: { put: runs, remove: gone.runs },
    },
  };
}

const notAThreat: Missing = 'legitimate-applications-off';

function missingSettings(fleet: Fleet, device: Device, server: ServerState, hasPolicy: boolean): Missing[] {
  if (!hasPolicy) return ['no-policy'];
  const actions = effectiveOn(fleet, device, 'actions').winner.value;
  const authentication = effectiveOn(fleet, device, 'authentication').winner.value;
  return missingForTask({ actions, authentication }, credentialOf(server));
}

/** Where a condition is decided on the device now: what would have to change for a task. */
function sourceOf(fleet: Fleet, device: Device, condition: Missing): DecidedBy | null {
  const where: SettingsGroup | 'server' | null = decidedIn[condition];
  if (where === null) return null;
  if (where === 'server') return { kind: 'server' };
  return sourceView(fleet.hierarchy, effectiveOn(fleet, device, where).winner.source);
}

function runsOf(
  task: Task,
  detection: Detection,
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
