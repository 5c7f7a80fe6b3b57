import type { RevisionView } from '#contract/history.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { GroupId } from '#domain/ids.ts';
import type { SettingChange } from '#domain/policy/setting-words.ts';
import { notFoundProblem, Problem } from '../problem.ts';
import {
  objectKey,
  revisionKey,
  type DescribedObject,
  type ObjectKind,
  type StoredRevision,
} from '../ports/history-records.ts';
import type { StoredGroup, StoredPolicy } from '../ports/store.ts';
import { lookup, type RequestContext } from '../request-context.ts';
import { changeView } from '../commands/changes.ts';
import {
  groupChanges,
  describeGroup,
  localSettingsChanges,
  describeLocalSettings,
  policyChanges,
  describePolicy,
} from '../commands/change-descriptions.ts';
import { freeName } from '../commands/names.ts';
import { fieldsInGroup } from '../commands/edit-policies.ts';
import { applyChange, type ChangeRequest } from '../commands/apply-change.ts';

type ObjectParams = Parsed<'history'>['params'];

/** The revisions of an object that is there, or was, newest first. @throws Problem `not-found` */
export async function getHistory(context: RequestContext, { params }: Parsed<'history'>): Promise<Answer<'history'>> {
  const { revision, deleted } = await objectVersion(context, params);
  return { revision, deleted, rows: (await revisionsOf(context, params)).map(revisionView) };
}

/** Newest first. */
const revisionsOf = async ({ store }: RequestContext, { kind, objectId }: ObjectParams) =>
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

/**
 * A new revision with what an old one said. A policy keeps its status and its group, a group its place; a name that
 * somebody else has by now gets a number. A policy that was deleted comes back inactive to the group it was in. Source:
 * docs/domain-rules.md#editing-without-losing-anything.
 * @throws Problem `not-found`, `state-forbids` where there is no place to come back to
 */
export async function restoreRevision(
  context: RequestContext,
  { params }: Parsed<'restoreRevision'>,
): Promise<Answer<'restoreRevision'>> {
  await objectVersion(context, params);
  const { record } = await lookupRevision(context, params, params.number);
  const action = `Revision ${String(params.number)} restored`;
  const entry = await applyChange(context, { action, ...(await restoreRequest(context, record)) });
  return { revision: (await objectVersion(context, params)).revision, change: entry && changeView(entry) };
}

async function restoreRequest(
  context: RequestContext,
  record: StoredRevision['record'],
): Promise<Omit<ChangeRequest, 'action'>> {
  const { store } = context;
  const besides = <T extends { readonly id: string }>(records: readonly T[]) =>
    records.filter((r) => r.id !== record.id);
  if ('values' in record) return { local: { put: [record] } };
  if ('settings' in record) {
    const now = (await store.get('policies', record.id)) ?? (await restoredPolicy(context, record));
    const { inherit, force, settings } = record;
    const name = freeName(record.name, besides(await store.where('policies', 'groupId', now.groupId)));
    return { policies: { put: [{ ...now, name, inherit, force, settings }] } };
  }
  const now = await store.get('groups', record.id);
  if (!now) {
    throw new Problem('state-forbids', `The group “${record.name}” was deleted. Undo the deletion in the audit log.`);
  }
  const siblings = (await store.all('groups')).filter(({ parentId }) => parentId === now.parentId);
  return { groups: { put: [{ ...now, name: freeName(record.name, besides(siblings)) }] } };
}

/** A policy that was deleted, as it arrives again in the group it was in last. @throws Problem `state-forbids` */
async function restoredPolicy(context: RequestContext, record: StoredPolicy): Promise<StoredPolicy> {
  const last = (await revisionsOf(context, { kind: 'policy', objectId: record.id }))[0]?.record;
  const group = last && 'groupId' in last ? await context.store.get('groups', last.groupId) : undefined;
  if (!group) {
    throw new Problem(
      'state-forbids',
      `The group in which “${record.name}” was is gone too. Undo the deletion of that group in the audit log first.`,
    );
  }
  return { ...record, ...(await fieldsInGroup(context, record.name, group)) };
}

/** Keeps what somebody writes about a revision; the object itself does not change. @throws Problem `not-found` */
export async function describeRevision(
  context: RequestContext,
  { params, body }: Parsed<'describeRevision'>,
): Promise<Answer<'describeRevision'>> {
  const { name } = await objectVersion(context, params);
  const of: DescribedObject = { kind: params.kind, id: params.objectId, name };
  const revision = await lookupRevision(context, params, params.number);
  await applyChange(context, {
    action: 'Revision described',
    descriptions: [{ of, revision, text: body.description }],
  });
  return revisionView(await lookupRevision(context, params, params.number));
}

const lookupRevision = (context: RequestContext, object: { kind: ObjectKind; objectId: string }, number: number) =>
  lookup(context, 'revisions', revisionKey(object.kind, object.objectId, number));

const revisionView = ({ number, atMs, by, changes, description }: StoredRevision): RevisionView => ({
  number,
  at: toInstant(atMs),
  by,
  changes: [...changes],
  description,
});
