import type { ChangeView } from '#contract/changes.ts';
import type { GroupView } from '#contract/groups.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { isFixedGroup, unassignedDevices } from '#domain/fleet/fleet.ts';
import { groupIdSchema, type GroupId } from '#domain/ids.ts';
import { Problem } from '../problem.ts';
import { unsaved } from '../ports/history-records.ts';
import type { StoredGroup } from '../ports/store.ts';
import { loadServer, type RequestContext } from '../request-context.ts';
import { withSubgroups } from '../queries/fleet-snapshot.ts';
import { lookup, lookupTargetGroup } from '../queries/lookup.ts';
import { changeView } from '../queries/audit-log.ts';
import { getGroup } from '../queries/groups.ts';
import { freeName, refuseTaken } from '../records/names.ts';
import { newId } from '../records/new-id.ts';
import { lookupDevices } from '../queries/lookup.ts';
import { applyChange } from './apply-change.ts';

/** A new group in a group. @throws Problem `not-found`, `state-forbids`, `invalid-input` on a name that is taken */
export async function createGroup(
  context: RequestContext,
  { params, body }: Parsed<'createGroup'>,
): Promise<GroupView> {
  const parent = await lookup(context, 'groups', params.groupId);
  refuseUnder(parent);
  refuseTaken(body.name, await childrenOf(context, parent.id), 'in this group');
  const id = groupIdSchema.parse(newId('group', (await loadServer(context)).nextChange));
  return saveGroup(context, 'Administration group created', { ...unsaved, id, parentId: parent.id, name: body.name });
}

/** @throws Problem `not-found`, `state-forbids`, `invalid-input` on a name that is taken */
export async function updateGroup(
  context: RequestContext,
  { params, body }: Parsed<'updateGroup'>,
): Promise<GroupView> {
  const group = await lookupMovableGroup(context, params.groupId, 'renamed');
  const siblings = (await childrenOf(context, group.parentId)).filter(({ id }) => id !== group.id);
  refuseTaken(body.name, siblings, 'beside this group');
  return saveGroup(context, 'Administration group renamed', { ...group, name: body.name });
}

/**
 * A group with all it holds goes into another one, under a name that is free there.
 * @throws Problem `state-forbids` into itself, into a group below it, and to where it is already
 */
export async function moveGroup(
  context: RequestContext,
  { params, body: { parentId } }: Parsed<'moveGroup'>,
): Promise<GroupView> {
  const group = await lookupMovableGroup(context, params.groupId, 'moved');
  const parent = await lookupTargetGroup(context, parentId, '/parentId');
  refuseUnder(parent);
  if (withSubgroups(await context.store.all('groups'), group.id).has(parent.id)) {
    throw new Problem('state-forbids', `“${group.name}” cannot go into itself or into a group below it.`);
  }
  if (group.parentId === parent.id) {
    throw new Problem('state-forbids', `“${group.name}” is in “${parent.name}” already. Choose another group.`);
  }
  const name = freeName(group.name, await childrenOf(context, parent.id));
  return saveGroup(context, 'Administration group moved', { ...group, parentId: parent.id, name });
}

/**
 * Deletes an empty group, or with `content` a group with its subgroups and all their policies; the devices of all of them
 * go to *Unassigned devices*.
 * @returns the change, so that it can be taken back
 * @throws Problem `state-forbids` without `content`, with what the group holds
 */
export async function deleteGroup(
  context: RequestContext,
  { params, query }: Parsed<'deleteGroup'>,
): Promise<ChangeView> {
  const group = await lookupMovableGroup(context, params.groupId, 'deleted');
  const all = await context.store.all('groups');
  const inside = withSubgroups(all, group.id);
  const policies = (await context.store.all('policies')).filter(({ groupId }) => inside.has(groupId));
  const devices = (await context.store.all('devices')).filter(({ groupId }) => inside.has(groupId));
  const current = [
    ...counted(inside.size - 1, 'subgroup', 'subgroups'),
    ...counted(devices.length, 'device', 'devices'),
    ...counted(policies.length, 'policy', 'policies'),
  ];
  if (!query.content && current.length > 0) {
    const what = new Intl.ListFormat('en').format(current);
    throw new Problem('state-forbids', `“${group.name}” holds ${what}. Delete it with its content, or empty it first.`);
  }
  const entry = await applyChange(context, {
    action: 'Administration group deleted',
    groups: { remove: all.filter(({ id }) => inside.has(id)) },
    policies: { remove: policies },
    moved: devices.map((device) => ({ ...device, groupId: unassignedDevices })),
  });
  if (!entry) throw new Error('A deletion is always a change');
  return changeView(entry);
}

/** @throws Problem `invalid-input` for a device or a group that is not there; then no device is moved */
export async function moveDevices(
  context: RequestContext,
  { body: { deviceIds, groupId } }: Parsed<'moveDevices'>,
): Promise<Answer<'moveDevices'>> {
  const group = await lookupTargetGroup(context, groupId, '/groupId');
  const known = await lookupDevices(context, deviceIds, 'No device was moved.');
  const moved = known.filter((device) => device.groupId !== group.id).map((d) => ({ ...d, groupId: group.id }));
  const entry = await applyChange(context, { action: moved.length === 1 ? 'Device moved' : 'Devices moved', moved });
  return { moved: moved.length, change: entry && changeView(entry) };
}

async function lookupMovableGroup(context: RequestContext, id: GroupId, what: string): Promise<StoredGroup> {
  const group = await lookup(context, 'groups', id);
  if (isFixedGroup(id)) throw new Problem('state-forbids', `“${group.name}” cannot be ${what}.`);
  return group;
}

function refuseUnder(parent: StoredGroup) {
  if (parent.id !== unassignedDevices) return;
  throw new Problem('state-forbids', `“${parent.name}” has no subgroups. Choose another group.`);
}

const childrenOf = async ({ store }: RequestContext, parent: GroupId | null) =>
  (await store.all('groups')).filter(({ parentId }) => parentId === parent);

const counted = (count: number, one: string, many: string) =>
  count === 0 ? [] : [`${String(count)} ${count === 1 ? one : many}`];

async function saveGroup(context: RequestContext, action: string, group: StoredGroup): Promise<GroupView> {
  await applyChange(context, { action, groups: { put: [group] } });
  return getGroup(context, { params: { groupId: group.id }, query: {}, body: undefined });
}
