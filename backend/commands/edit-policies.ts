import type { ChangeView } from '#contract/changes.ts';
import type { Parsed } from '#contract/operations.ts';
import type { PolicyView } from '#contract/policies.ts';
import { unassignedDevices } from '#domain/fleet/fleet.ts';
import { policyIdSchema, type GroupId, type PolicyId } from '#domain/ids.ts';
import { applicationDefaults } from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import { unsaved } from '../ports/history-records.ts';
import type { StoredGroup, StoredPolicy } from '../ports/store.ts';
import { hierarchyIn, need, needTarget, serverOf, type Backend } from '../request-context.ts';
import { changeView } from './changes.ts';
import { freeName, refuseTaken } from './names.ts';
import { newId } from './new-id.ts';
import { displacedBy, viewOf } from '../queries/policies.ts';
import { save } from './apply-change.ts';

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
export async function createPolicy(backend: Backend, { params, body }: Parsed<'createPolicy'>): Promise<PolicyView> {
  const group = await need(backend, 'groups', params.groupId);
  refuseUnassigned(group);
  refuseTaken(body.name, await backend.store.where('policies', 'groupId', group.id), 'in this group');
  const policy: StoredPolicy = { ...unsaved, ...defaults, ...body, id: await nextPolicyId(backend), groupId: group.id };
  return saved(backend, 'Policy created', policy, await displaced(backend, policy, policy.status));
}

/** Makes the former active (or out-of-office) policy of the group inactive in the same step. Source: rules §2. */
export async function setPolicyStatus(
  backend: Backend,
  { params, body: { status } }: Parsed<'setPolicyStatus'>,
): Promise<PolicyView> {
  const before = await need(backend, 'policies', params.policyId);
  return saved(backend, 'Policy status changed', { ...before, status }, await displaced(backend, before, status));
}

/** A copy in the same or another group: inactive, under a name that is free there. */
export async function copyPolicy(backend: Backend, { params, body }: Parsed<'copyPolicy'>): Promise<PolicyView> {
  const original = await need(backend, 'policies', params.policyId);
  const id = await nextPolicyId(backend);
  return saved(backend, 'Policy copied', {
    ...original,
    id,
    ...(await arriving(backend, original.name, body.groupId)),
  });
}

/** @throws Problem `state-forbids` when it is in that group already */
export async function movePolicy(backend: Backend, { params, body }: Parsed<'movePolicy'>): Promise<PolicyView> {
  const before = await need(backend, 'policies', params.policyId);
  if (before.groupId === body.groupId) {
    throw new Problem('state-forbids', `“${before.name}” is in this group already. Choose another group.`);
  }
  return saved(backend, 'Policy moved', { ...before, ...(await arriving(backend, before.name, body.groupId)) });
}

/** @returns the change, so that it can be taken back */
export async function deletePolicy(backend: Backend, { params }: Parsed<'deletePolicy'>): Promise<ChangeView> {
  const policy = await need(backend, 'policies', params.policyId);
  const entry = await save(backend, { action: 'Policy deleted', policies: { remove: [policy] } });
  if (!entry) throw new Error('A deletion is always a change');
  return changeView(entry);
}

/** An id that no policy ever had. */
export async function nextPolicyId(backend: Backend): Promise<PolicyId> {
  return policyIdSchema.parse(newId('policy', (await serverOf(backend)).nextChange));
}

/** What is said of a policy that arrives in a group named by a body. @throws Problem `invalid-input`, `state-forbids` */
async function arriving(backend: Backend, name: string, groupId: GroupId) {
  return arrivingIn(backend, name, await needTarget(backend, groupId, '/groupId'));
}

/** The same for a group that is there: inactive, under a name that is free in it. @throws Problem `state-forbids` */
export async function arrivingIn(backend: Backend, name: string, group: StoredGroup) {
  refuseUnassigned(group);
  const there = await backend.store.where('policies', 'groupId', group.id);
  return { groupId: group.id, name: freeName(name, there), status: 'inactive' as const };
}

function refuseUnassigned(group: StoredGroup) {
  if (group.id !== unassignedDevices) return;
  throw new Problem('state-forbids', `“${group.name}” has no policies. Choose an administration group.`);
}

async function displaced(backend: Backend, policy: StoredPolicy, status: StoredPolicy['status']) {
  const former = displacedBy(await hierarchyIn(backend), policy, status);
  return former ? [{ ...(await need(backend, 'policies', former.id)), status: 'inactive' as const }] : [];
}

/** Saves one policy with those that it puts out of their place, and answers it as it is then. */
export async function saved(
  backend: Backend,
  action: string,
  policy: StoredPolicy,
  others: readonly StoredPolicy[] = [],
): Promise<PolicyView> {
  await save(backend, { action, policies: { put: [policy, ...others] } });
  return viewOf(backend, await need(backend, 'policies', policy.id));
}
