import type { RevisionView } from '#contract/history.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { GroupId } from '#domain/ids.ts';
import type { SettingChange } from '#domain/policy/setting-words.ts';
import { notFoundProblem } from '../problem.ts';
import { objectKey, revisionKey, type ObjectKind, type StoredRevision } from '../ports/history-records.ts';
import type { StoredGroup } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';
import { lookup } from './lookup.ts';
import {
  groupChanges,
  describeGroup,
  localSettingsChanges,
  describeLocalSettings,
  policyChanges,
  describePolicy,
} from '../records/change-descriptions.ts';

type ObjectParams = Parsed<'history'>['params'];

/** The revisions of an object that is there, or was, newest first. @throws Problem `not-found` */
export async function getHistory(context: RequestContext, { params }: Parsed<'history'>): Promise<Answer<'history'>> {
  const { revision, deleted } = await objectVersion(context, params);
  return { revision, deleted, rows: (await revisionsOf(context, params)).map(revisionView) };
}

/** Newest first. */
export const revisionsOf = async ({ store }: RequestContext, { kind, objectId }: ObjectParams) =>
  [...(await store.where('revisions', 'object', objectKey(kind, objectId)))].sort((a, b) => b.number - a.number);

/**
 * The object's name and the revision it has now: 0 for a device on which nothing was ever set, the last one for a policy
 * or a group that was deleted.
 * @throws Problem `not-found`
 */
export async function objectVersion(
  context: RequestContext,
  params: ObjectParams,
): Promise<{ name: string; revision: number; deleted: boolean }> {
  const { kind, objectId } = params;
  if (kind === 'device') {
    const { name } = await lookup(context, 'devices', objectId);
    return { name, revision: (await context.store.get('localSettings', objectId))?.revision ?? 0, deleted: false };
  }
  const collection = kind === 'policy' ? 'policies' : 'groups';
  const now = await context.store.get(collection, objectId);
  if (now) return { name: now.name, revision: now.revision, deleted: false };
  const last = (await revisionsOf(context, params))[0];
  if (last && 'name' in last.record) return { name: last.record.name, revision: last.number, deleted: true };
  throw notFoundProblem(collection === 'policies' ? 'policy' : 'administration group', objectId);
}

/** Two revisions, setting by setting, in the words of the audit log. @throws Problem `not-found` */
export async function compareRevisions(
  context: RequestContext,
  { params, query }: Parsed<'compareRevisions'>,
): Promise<Answer<'compareRevisions'>> {
  await objectVersion(context, params);
  const from = await lookupRevision(context, params, query.from);
  const to = await lookupRevision(context, params, query.to);
  const groups = new Map((await context.store.all('groups')).map((group) => [group.id, group]));
  const { changes, words } = compareRecords(groups, from.record, to.record);
  const differing = new Set(changes.map(({ setting }) => setting));
  const same = words.filter(([setting]) => !differing.has(setting)).map(([setting, value]) => ({ setting, value }));
  return { from: revisionView(from), to: revisionView(to), changes, same };
}

function compareRecords(
  groups: ReadonlyMap<GroupId, StoredGroup>,
  from: StoredRevision['record'],
  to: StoredRevision['record'],
): { changes: SettingChange[]; words: readonly (readonly [string, string])[] } {
  const nameOf = (id: GroupId | null) => (id === null ? '' : (groups.get(id)?.name ?? id));
  if ('settings' in from && 'settings' in to) {
    const [was, is] = [nameOf(from.groupId), nameOf(to.groupId)];
    const moved = from.groupId === to.groupId ? [] : [{ setting: 'Group', from: was, to: is }];
    return { changes: [...moved, ...policyChanges(from, to)], words: [['Group', was], ...describePolicy(from)] };
  }
  if ('values' in from && 'values' in to) {
    return { changes: localSettingsChanges(from.values, to.values), words: describeLocalSettings(from.values) };
  }
  if ('parentId' in from && 'parentId' in to) {
    const described = ({ name, parentId }: StoredGroup) => ({ name, parent: nameOf(parentId) });
    return { changes: groupChanges(described(from), described(to)), words: describeGroup(described(from)) };
  }
  throw new Error('The revisions of one object are of one kind');
}

export const lookupRevision = (
  context: RequestContext,
  object: { kind: ObjectKind; objectId: string },
  number: number,
) => lookup(context, 'revisions', revisionKey(object.kind, object.objectId, number));

export const revisionView = ({ number, atMs, by, changes, description }: StoredRevision): RevisionView => ({
  number,
  at: toInstant(atMs),
  by,
  changes: [...changes],
  description,
});
