import type { Device } from '#domain/fleet/fleet.ts';
import { taskIdOf } from '#domain/ids.ts';
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
import type { Task } from '#domain/response/task.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';
import { planRuns } from '../runs/plan-runs.ts';
import { sortedById, keysOf, indexOfDevice, findOrCreateRoster } from '../runs/roster.ts';
import { type Roster } from '../ports/run-records.ts';
import type { TaskRuns } from '../ports/run-records.ts';
import { credentialOf, type Changes, type ServerState } from '../ports/store.ts';
import { type RequestContext } from '../request-context.ts';
import { groupRef, sourceView } from '../queries/references.ts';
import { effectiveSettingOn, loadFleet, withSubgroups, type Fleet } from '../queries/fleet-snapshot.ts';
import { lookup } from '../queries/lookup.ts';
import { effectiveScanSettings } from '../queries/effective-scan-settings.ts';
import { expiredTasks, taskRemoval } from '../queries/retention.ts';

/** Of the devices that do not have the object for certain, how many in a hundred have it all the same: a stated model. */
const alsoInfectedPercent = 2;

/**
 * What a detection does: one task of the group that owns the device's effective policy with one run per device of that
 * group and its subgroups, or nothing, with exactly what was missing. Source: docs/domain-rules.md#when-a-detection-creates-a-task.
 * @param atMs when it does so: its own instant, or a later one by a retry. The task is created then. Epoch ms UTC.
 * @returns the detection as it is then, and all that changes with it
 */
export async function respondToDetection(
  context: RequestContext,
  server: ServerState,
  { id, detectedAtMs, deviceId, objects, legitimateApplication }: Detection,
  atMs = detectedAtMs,
): Promise<{ detection: Detection; changes: Changes }> {
  const kind = legitimateApplication === undefined ? {} : { legitimateApplication };
  const later = atMs === detectedAtMs ? {} : { processedAtMs: atMs };
  const detected = { id, detectedAtMs, deviceId, objects, ...kind, ...later };
  const device = await lookup(context, 'devices', deviceId);
  const fleet = await loadFleet(context);
  const policy = policyOfDevice(fleet.hierarchy, device);
  const threat = isThreat(detected, effectiveSettingOn(fleet, device, 'additional').winner.value);
  const conditions = threat ? missingSettings(fleet, device, server, policy !== null) : [notAThreat];
  const missing = conditions.map((condition) => ({ condition, source: decidedByOf(fleet, device, condition) }));
  const localActions = threat ? localActionsOf(effectiveSettingOn(fleet, device, 'actions').winner.value) : [];
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
    createdAtMs: atMs,
  };
  const detection: Detection = { ...detected, missing, localActions, taskId: task.id };
  const inside = withSubgroups(fleet.hierarchy.groups.values(), task.groupId);
  const devices = sortedById(await context.store.all('devices')).filter(({ groupId }) => inside.has(groupId));
  const rosters = await context.store.all('rosters');
  const roster = findOrCreateRoster(devices, rosters, task.id);
  const runs = planTaskRuns(task, detection, fleet, devices, roster, server);
  const deleted = await taskRemoval(context, await expiredTasks(context, task.createdAtMs, 1), [roster.id]);
  return {
    detection,
    changes: {
      detections: { put: [detection] },
      tasks: { ...deleted.tasks, put: [task] },
      runs: { ...deleted.runs, put: [runs] },
      rosters: { ...deleted.rosters, put: rosters.includes(roster) ? [] : [roster] },
    },
  };
}

const notAThreat: Missing = 'legitimate-applications-off';

function missingSettings(fleet: Fleet, device: Device, server: ServerState, hasPolicy: boolean): Missing[] {
  if (!hasPolicy) return ['no-policy'];
  const actions = effectiveSettingOn(fleet, device, 'actions').winner.value;
  const authentication = effectiveSettingOn(fleet, device, 'authentication').winner.value;
  return missingForTask({ actions, authentication }, credentialOf(server));
}

/** Where a condition is decided on the device now: what would have to change for a task. */
function decidedByOf(fleet: Fleet, device: Device, condition: Missing): DecidedBy | null {
  const where: SettingsGroup | 'server' | null = decidedIn[condition];
  if (where === null) return null;
  if (where === 'server') return { kind: 'server' };
  return sourceView(fleet.hierarchy, effectiveSettingOn(fleet, device, where).winner.source);
}

/** One run for each of the devices. @param devices in the order of a roster */
function planTaskRuns(
  task: Task,
  detection: Detection,
  fleet: Fleet,
  devices: readonly Device[],
  roster: Roster,
  { seed, durations }: ServerState,
): TaskRuns {
  const keys = keysOf(roster);
  const draw = taskKey(seed, `${task.id}/found`);
  const detecting = indexOfDevice(roster, detection.deviceId);
  const { current: settings, kinds: settingsOf } = effectiveScanSettings(fleet, devices);
  return planRuns({
    id: task.id,
    seed,
    createdAtMs: task.createdAtMs,
    durations,
    roster: roster.id,
    devices,
    settings,
    settingsOf,
    iocFoundAt: (index) => index === detecting || momentOf(draw, keys[index] ?? 0) * 100 < alsoInfectedPercent,
  });
}
