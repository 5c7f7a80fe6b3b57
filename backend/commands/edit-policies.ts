import type { ChangeView } from '#contract/changes.ts';
import type { Parsed } from '#contract/operations.ts';
import type { PolicyView } from '#contract/policies.ts';
import { unassignedDevices } from '#domain/fleet/fleet.ts';
import { policyIdSchema, type GroupId, type PolicyId } from '#domain/ids.ts';
import { applicationDefaults } from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import { unsaved } from '../ports/history-records.ts';
import type { StoredGroup, StoredPolicy } from '../ports/store.ts';
import { loadServer, type RequestContext } from '../request-context.ts';
import { loadHierarchy } from '../queries/fleet-snapshot.ts';
import { lookup, lookupTargetGroup } from '../queries/lookup.ts';
import { changeView } from '../queries/audit-log.ts';
import { freeName, refuseTaken } from '../records/names.ts';
import { newId } from '../records/new-id.ts';
import { displacedPolicy, policyView } from '../queries/policies.ts';
import { applyChange } from './apply-change.ts';

/** What a policy says before anybody said anything else: the application's defaults, every lock open. */
const defaults: Pick<StoredPolicy, 'inherit' | 'force' | 'settings'> = {
  inherit: true,
  force: false,
  settings: {
    actions: { value: applicationDefaults.actions, lock: 'open' },
    authentication: { value: applicationDefaults.authentication, lock: 'open' },
    additional: { value: applicationDefaults.additional, lock: 'open' },
  },
};

/** A new policy with the defaults. @throws Problem `not-found`, `state-forbids`, `invalid-input` on a name that is taken */
export async function createPolicy(
  context: RequestContext,
  { params, body }: Parsed<'createPolicy'>,
): Promise<PolicyView> {
  const group = await lookup(context, 'groups', params.groupId);
  refuseUnassigned(group);
  refuseTaken(body.name, await context.store.where('policies', 'groupId', group.id), 'in this group');
  const policy: StoredPolicy = { ...unsaved, ...defaults, ...body, id: await nextPolicyId(context), groupId: group.id };
  return savePolicy(context, 'Policy created', policy, await displacedPolicies(context, policy, policy.status));
}

/** Makes the former active (or out-of-office) policy of the group inactive in the same step. Source: docs/domain-rules.md#effective-policy. */
export async function setPolicyStatus(
  context: RequestContext,
  { params, body: { status } }: Parsed<'setPolicyStatus'>,
): Promise<PolicyView> {
  const before = await lookup(context, 'policies', params.policyId);
  return savePolicy(
    context,
    'Policy status changed',
    { ...before, status },
    await displacedPolicies(context, before, status),
  );
}

/** A copy in the same or another group: inactive, under a name that is free there. */
export async function copyPolicy(context: RequestContext, { params, body }: Parsed<'copyPolicy'>): Promise<PolicyView> {
  const original = await lookup(context, 'policies', params.policyId);
  const id = await nextPolicyId(context);
  return savePolicy(context, 'Policy copied', {
    ...original,
    id,
    ...(await fieldsInTargetGroup(context, original.name, body.groupId)),
  });
}

/** @throws Problem `state-forbids` when it is in that group already */
export async function movePolicy(context: RequestContext, { params, body }: Parsed<'movePolicy'>): Promise<PolicyView> {
  const before = await lookup(context, 'policies', params.policyId);
  if (before.groupId === body.groupId) {
    throw new Problem('state-forbids', `“${before.name}” is in this group already. Choose another group.`);
  }
  return savePolicy(context, 'Policy moved', {
    ...before,
    ...(await fieldsInTargetGroup(context, before.name, body.groupId)),
  });
}

/** @returns the change, so that it can be taken back */
export async function deletePolicy(context: RequestContext, { params }: Parsed<'deletePolicy'>): Promise<ChangeView> {
  const policy = await lookup(context, 'policies', params.policyId);
  const entry = await applyChange(context, { action: 'Policy deleted', policies: { remove: [policy] } });
  if (!entry) throw new Error('A deletion is always a change');
  return changeView(entry);
}

/** An id that no policy ever had. */
export async function nextPolicyId(context: RequestContext): Promise<PolicyId> {
  return policyIdSchema.parse(newId('policy', (await loadServer(context)).nextChange));
}

/** What is said of a policy that arrives in a group named by a body. @throws Problem `invalid-input`, `state-forbids` */
async function fieldsInTargetGroup(context: RequestContext, name: string, groupId: GroupId) {
  return fieldsInGroup(context, name, await lookupTargetGroup(context, groupId, '/groupId'));
}

/** The same for a group that is there: inactive, under a name that is free in it. @throws Problem `state-forbids` */
export async function fieldsInGroup(context: RequestContext, name: string, group: StoredGroup) {
  refuseUnassigned(group);
  const there = await context.store.where('policies', 'groupId', group.id);
  return { groupId: group.id, name: freeName(name, there), status: 'inactive' as const };
}

function refuseUnassigned(group: StoredGroup) {
  if (group.id !== unassignedDevices) return;
  throw new Problem('state-forbids', `“${group.name}” has no policies. Choose an administration group.`);
}

async function displacedPolicies(context: RequestContext, policy: StoredPolicy, status: StoredPolicy['status']) {
  const former = displacedPolicy(await loadHierarchy(context), policy, status);
  return former ? [{ ...(await lookup(context, 'policies', former.id)), status: 'inactive' as const }] : [];
}

/** Saves one policy with those that it puts out of their place, and answers it as it is then. */
export async function savePolicy(
  context: RequestContext,
  action: string,
  policy: StoredPolicy,
  others: readonly StoredPolicy[] = [],
): Promise<PolicyView> {
  await applyChange(context, { action, policies: { put: [policy, ...others] } });
  return policyView(context, await lookup(context, 'policies', policy.id));
}
