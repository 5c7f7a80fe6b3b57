import type { RevisionView } from '#contract/history.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { GroupId } from '#domain/ids.ts';
import type { SettingChange } from '#domain/policy/settings.ts';
import {
  objectKey,
  revisionKey,
  type DescribedObject,
  type ObjectKind,
  type StoredGroup,
  type StoredRevision,
} from '../store/store.ts';
import { need, type Backend } from './backend.ts';
import { changeView } from './changes.ts';
import { groupChanges, groupWords, localChanges, localWords, policyChanges, policyWords } from './describing.ts';
import { freeName } from './names.ts';
import { save, type Intent } from './saving.ts';

type ObjectParams = Parsed<'history'>['params'];

/** The revisions of an object that is there, newest first. @throws Problem `not-found` */
export async function history(backend: Backend, { params }: Parsed<'history'>): Promise<Answer<'history'>> {
  const { revision } = await versioned(backend, params);
  const revisions = await backend.store.where('revisions', 'object', objectKey(params.kind, params.objectId));
  return { revision, rows: [...revisions].sort((a, b) => b.number - a.number).map(revisionView) };
}

/** The object's name and the revision it has now: 0 for a device on which nothing was ever set. @throws Problem `not-found` */
export async function versioned(
  backend: Backend,
  { kind, objectId }: ObjectParams,
): Promise<{ name: string; revision: number }> {
  if (kind !== 'device') return need(backend, kind === 'policy' ? 'policies' : 'groups', objectId);
  const { name } = await need(backend, 'devices', objectId);
  return { name, revision: (await backend.store.get('localSettings', objectId))?.revision ?? 0 };
}

/** Two revisions, setting by setting, in the words of the audit log. @throws Problem `not-found` */
export async function compareRevisions(
  backend: Backend,
  { params, query }: Parsed<'compareRevisions'>,
): Promise<Answer<'compareRevisions'>> {
  await versioned(backend, params);
  const from = await needRevision(backend, params, query.from);
  const to = await needRevision(backend, params, query.to);
  const groups = new Map((await backend.store.all('groups')).map((group) => [group.id, group]));
  const { changes, words } = compared(groups, from.record, to.record);
  const differing = new Set(changes.map(({ setting }) => setting));
  const same = words.filter(([setting]) => !differing.has(setting)).map(([setting, value]) => ({ setting, value }));
  return { from: revisionView(from), to: revisionView(to), changes, same };
}

function compared(
  groups: ReadonlyMap<GroupId, StoredGroup>,
  from: StoredRevision['record'],
  to: StoredRevision['record'],
): { changes: SettingChange[]; words: readonly (readonly [string, string])[] } {
  const nameOf = (id: GroupId | null) => (id === null ? '' : (groups.get(id)?.name ?? id));
  if ('settings' in from && 'settings' in to) {
    const [was, is] = [nameOf(from.groupId), nameOf(to.groupId)];
    const moved = from.groupId === to.groupId ? [] : [{ setting: 'Group', from: was, to: is }];
    return { changes: [...moved, ...policyChanges(from, to)], words: [['Group', was], ...policyWords(from)] };
  }
  if ('values' in from && 'values' in to) {
    return { changes: localChanges(from.values, to.values), words: localWords(from.values) };
  }
  if ('parentId' in from && 'parentId' in to) {
    const described = ({ name, parentId }: StoredGroup) => ({ name, parent: nameOf(parentId) });
    return { changes: groupChanges(described(from), described(to)), words: groupWords(described(from)) };
  }
  throw new Error('The revisions of one object are of one kind');
}

/**
 * A new revision with what an old one said. A policy keeps its status and its group, a group its place; a name that
 * somebody else has by now gets a number. Source: rules §4.
 * @throws Problem `not-found`
 */
export async function restoreRevision(
  backend: Backend,
  { params }: Parsed<'restoreRevision'>,
): Promise<Answer<'restoreRevision'>> {
  await versioned(backend, params);
  const { record } = await needRevision(backend, params, params.number);
  const action = `Revision ${String(params.number)} restored`;
  const entry = await save(backend, { action, ...(await saying(backend, record)) });
  return { revision: (await versioned(backend, params)).revision, change: entry && changeView(entry) };
}

async function saying(backend: Backend, record: StoredRevision['record']): Promise<Omit<Intent, 'action'>> {
  const { store } = backend;
  const besides = <T extends { readonly id: string }>(records: readonly T[]) =>
    records.filter((r) => r.id !== record.id);
  if ('values' in record) return { local: { put: [record] } };
  if ('settings' in record) {
    const now = await need(backend, 'policies', record.id);
    const { inherit, force, settings } = record;
    const name = freeName(record.name, besides(await store.where('policies', 'groupId', now.groupId)));
    return { policies: { put: [{ ...now, name, inherit, force, settings }] } };
  }
  const now = await need(backend, 'groups', record.id);
  const siblings = (await store.all('groups')).filter(({ parentId }) => parentId === now.parentId);
  return { groups: { put: [{ ...now, name: freeName(record.name, besides(siblings)) }] } };
}

/** Keeps what somebody writes about a revision; the object itself does not change. @throws Problem `not-found` */
export async function describeRevision(
  backend: Backend,
  { params, body }: Parsed<'describeRevision'>,
): Promise<Answer<'describeRevision'>> {
  const { name } = await versioned(backend, params);
  const of: DescribedObject = { kind: params.kind, id: params.objectId, name };
  const revision = await needRevision(backend, params, params.number);
  await save(backend, { action: 'Revision described', descriptions: [{ of, revision, text: body.description }] });
  return revisionView(await needRevision(backend, params, params.number));
}

const needRevision = (backend: Backend, object: { kind: ObjectKind; objectId: string }, number: number) =>
  need(backend, 'revisions', revisionKey(object.kind, object.objectId, number));

const revisionView = ({ number, atMs, by, changes, description }: StoredRevision): RevisionView => ({
  number,
  at: toInstant(atMs),
  by,
  changes: [...changes],
  description,
});
