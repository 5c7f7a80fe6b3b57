import type { Answer, Parsed } from '#contract/operations.ts';
import { Problem } from '../problem.ts';
import type { DescribedObject, StoredRevision } from '../ports/history-records.ts';
import type { StoredPolicy } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';
import { changeView } from '../queries/audit-log.ts';
import { freeName } from '../records/names.ts';
import { fieldsInGroup } from './edit-policies.ts';
import { applyChange, type ChangeRequest } from './apply-change.ts';
import { revisionsOf, objectVersion, lookupRevision, revisionView } from '../queries/history.ts';

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
