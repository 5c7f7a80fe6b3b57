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

/** The records that an answer is worked out from: they never change, so the work itself needs no turn. */
export interface FleetRecords {
  readonly fleet: Fleet;
  readonly devices: readonly Device[];
  readonly policies: readonly StoredPolicy[];
}

export interface ForecastInputs {
  readonly nowMs: number;
  readonly server: ServerState;
  readonly now: FleetRecords;
  /** The same after the write of a draft; null where the question has none. */
  readonly draft: FleetRecords | null;
}

/**
 * Reads everything a question is about in one turn. The write of a draft is made in a staged world, so it is refused as
 * the write itself would be, and it counts whatever it changes.
 * @throws Problem `invalid-input` for a place that is not there, and whatever a draft's write is refused with
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

/** The groups whose devices belong to a group as a place; none where it is not there, as after its deletion. */
export const groupSubtree = ({ hierarchy }: Fleet, groupId: GroupId): ReadonlySet<GroupId> =>
  hierarchy.groups.has(groupId) ? withSubgroups(hierarchy.groups.values(), groupId) : new Set();

/**
 * What stands in the way of a task for malware that is detected here now, and the group whose task it would be. For a
 * group it is judged by its effective policy, as on a device in the office with nothing set on it; whether legitimate
 * applications are detected is not query. Source: rules §3.
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
