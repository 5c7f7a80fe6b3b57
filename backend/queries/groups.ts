import type { Answer, Parsed } from '#contract/operations.ts';
import { effectivePolicy } from '#domain/policy/effective-policy.ts';
import { stateIn } from '#domain/policy/policy-state.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { managedDevices, unassignedDevices, type AdministrationGroup } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { type RequestContext } from '../request-context.ts';
import { groupRef, pathRefs } from './references.ts';
import { loadHierarchy, withSubgroups } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';
import { cachedRanks } from './name-order.ts';

/** The tree with its counts, each computed once from the leaves up. */
export async function getGroupTree(
  context: RequestContext,
  { query }: Parsed<'groupTree'>,
): Promise<Answer<'groupTree'>> {
  const groups = await context.store.all('groups');
  if (query.parentId) await lookup(context, 'groups', query.parentId);
  const counts = await countDevices(context, groups);
  const childCounts = new Map<string, number>();
  for (const { parentId } of groups) {
    if (parentId !== null) childCounts.set(parentId, (childCounts.get(parentId) ?? 0) + 1);
  }
  const ranks = nameRanks(groups.map(({ name }) => name));
  const rankOf = new Map(groups.map(({ id }, i) => [id, ranks[i] ?? 0]));
  return {
    groups: groups
      .filter((group) => query.parentId === undefined || group.parentId === query.parentId)
      .map((group) => ({
        id: group.id,
        parentId: group.parentId,
        name: group.name,
        childCount: childCounts.get(group.id) ?? 0,
        deviceCount: counts.get(group.id) ?? 0,
      }))
      .sort((a, b) => place(a.id) - place(b.id) || (rankOf.get(a.id) ?? 0) - (rankOf.get(b.id) ?? 0)),
  };
}

const nameRanks = cachedRanks();

/** *Managed devices* first, *Unassigned devices* last. */
const place = (id: GroupId) => (id === managedDevices ? 0 : id === unassignedDevices ? 2 : 1);

/** A group's page. */
export async function getGroup(context: RequestContext, { params }: Parsed<'group'>): Promise<Answer<'group'>> {
  const group = await lookup(context, 'groups', params.groupId);
  const hierarchy = await loadHierarchy(context);
  const policy = effectivePolicy(hierarchy, group.id);
  const state = policy && stateIn(hierarchy, policy, 'additional');
  const inside = withSubgroups(hierarchy.groups.values(), group.id);
  const devices = await context.store.all('devices');
  return {
    id: group.id,
    name: group.name,
    revision: group.revision,
    path: pathRefs(hierarchy, group.id),
    deviceCount: devices.filter((device) => inside.has(device.groupId)).length,
    effectivePolicy: policy &&
      state && {
        id: policy.id,
        name: policy.name,
        group: groupRef(hierarchy, policy.groupId),
        scanStart: describeScanStart(state.value.iocScanning.start),
        additionalUnderPolicy: state.lock === 'closed',
      },
  };
}

async function countDevices(
  { store }: RequestContext,
  groups: readonly AdministrationGroup[],
): Promise<Map<string, number>> {
  const counts = new Map<GroupId, number>();
  for (const { groupId } of await store.all('devices')) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
  const parents = new Map(groups.map((group) => [group.id, group.parentId]));
  const totals = new Map<string, number>();
  for (const [groupId, count] of counts) {
    for (let id: GroupId | null = groupId; id !== null; id = parents.get(id) ?? null) {
      totals.set(id, (totals.get(id) ?? 0) + count);
    }
  }
  return totals;
}
