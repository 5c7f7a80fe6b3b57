import type { Missing } from '#domain/response/detection.ts';
import { missingForTask } from '#domain/response/detection.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { policyOfDevice } from '#domain/policy/effective-policy.ts';
import { effectiveSetting } from '#domain/policy/effective-setting.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import { Problem } from '#backend/problem.ts';
import { credentialOf, type ServerState, type StoredPolicy } from '#backend/ports/store.ts';
import { loadFleet, withSubgroups, type Fleet } from '../queries/fleet-snapshot.ts';
import { groupRef } from '../queries/references.ts';
import { lookupTargetGroup } from '../queries/lookup.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import type { ForecastParameters } from './forecast-query.ts';
import { draftContext, type ExecuteCommand } from './draft-store-cache.ts';

/** The records that a forecast is computed from. They are immutable, so the computation needs no lock. */
export interface FleetRecords {
  readonly fleet: Fleet;
  readonly devices: readonly Device[];
  readonly policies: readonly StoredPolicy[];
}

export interface ForecastInputs {
  readonly nowMs: number;
  readonly server: ServerState;
  readonly now: FleetRecords;
  /** The same after the draft's write; null without a draft. */
  readonly draft: FleetRecords | null;
}

/**
 * Reads all inputs under the lock. The draft's write is executed on an overlay store, so it is refused as the write itself
 * would be, and all its effects count.
 * @throws Problem `invalid-input` for an unknown group or device, and as the draft's write does
 */
export function loadInputs(
  context: RequestContext,
  { place, draft }: ForecastParameters,
  executeCommand: ExecuteCommand,
): Promise<ForecastInputs> {
  return context.withLock(async (locked) => {
    if (place.kind === 'group') await lookupTargetGroup(locked, place.groupId, '/place/groupId');
    else if (!(await locked.store.get('devices', place.deviceId))) {
      throw new Problem('invalid-input', 'There is no such device. Choose one from the list.', [
        { path: '/place/deviceId', message: 'There is no such device' },
      ]);
    }
    return {
      nowMs: await currentTimeMs(locked),
      server: await loadServer(locked),
      now: await readRecords(locked),
      draft:
        draft?.kind === 'draft' ? await readRecords(await draftContext(locked, draft.write, executeCommand)) : null,
    };
  });
}

async function readRecords(context: Pick<RequestContext, 'store'>): Promise<FleetRecords> {
  const [devices, policies] = [await context.store.all('devices'), await context.store.all('policies')];
  return { fleet: await loadFleet(context), devices, policies };
}

/** The ids of a group and its subgroups; empty for an unknown group, such as one that the draft deletes. */
export const groupSubtree = ({ hierarchy }: Fleet, groupId: GroupId): ReadonlySet<GroupId> =>
  hierarchy.groups.has(groupId) ? withSubgroups(hierarchy.groups.values(), groupId) : new Set();

/**
 * The task that malware detected here now would create, and what is missing for it. A group is treated as a device in the
 * office without local settings. The setting for legitimate applications is ignored. Source: docs/domain-rules.md#when-a-detection-creates-a-task.
 */
export function prospectiveTask(
  { fleet, devices }: FleetRecords,
  place: ForecastParameters['place'],
  server: ServerState,
): { missing: Missing[]; task: { group: { id: GroupId; name: string }; devices: number } | null } {
  const { hierarchy, local } = fleet;
  const device = place.kind === 'device' ? devices.find(({ id }) => id === place.deviceId) : undefined;
  const subject = device ?? (place.kind === 'group' ? { groupId: place.groupId, status: 'online' as const } : null);
  const policy = subject && policyOfDevice(hierarchy, subject);
  if (!subject || !policy) return { missing: ['no-policy'], task: null };
  const effective = <G extends SettingsGroup>(group: G) =>
    effectiveSetting(hierarchy, subject, group, (device && local.get(device.id)?.values[group]) ?? null).winner.value;
  const inside = groupSubtree(fleet, policy.groupId);
  return {
    missing: missingForTask(
      { actions: effective('actions'), authentication: effective('authentication') },
      credentialOf(server),
    ),
    task: {
      group: groupRef(hierarchy, policy.groupId),
      devices: devices.reduce((count, { groupId }) => count + (inside.has(groupId) ? 1 : 0), 0),
    },
  };
}
