import type { Parsed } from '#contract/operations.ts';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import { inheritanceOf } from '#domain/policy/effective-policy.ts';
import type { Hierarchy } from '#domain/policy/policy.ts';
import { stateIn } from '#domain/policy/policy-state.ts';
import { sameValue, settingsGroupLabels, settingsGroups } from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import { credentialOf, type ServerState, type StoredPolicy } from '../ports/store.ts';
import { loadServer, type RequestContext } from '../request-context.ts';
import { groupRef } from '../queries/references.ts';
import { loadHierarchy } from '../queries/fleet-snapshot.ts';
import { lookup } from '../queries/lookup.ts';
import { refuseTaken } from '../records/names.ts';
import { displacedPolicy, policyView } from '../queries/policies.ts';
import { applyChange } from './apply-change.ts';

/**
 * Saves a policy: refuses what is locked from above, makes the former active (or out-of-office) policy of the group
 * inactive in the same step, and plans anew the runs whose settings changed. A save that changes nothing makes no revision.
 * @throws Problem `locked-from-above`, `invalid-input`
 */
export async function updatePolicy(
  context: RequestContext,
  { params, body }: Parsed<'updatePolicy'>,
): Promise<PolicyView> {
  const before = await lookup(context, 'policies', params.policyId);
  const server = await loadServer(context);
  const hierarchy = await loadHierarchy(context);
  refuseLocked(hierarchy, before, body);
  refuseUnknownCredential(server, before, body);
  const others = (await context.store.where('policies', 'groupId', before.groupId)).filter(
    ({ id }) => id !== before.id,
  );
  refuseTaken(body.name, others, 'in this group');

  const saved: StoredPolicy = { ...before, ...body };
  const former = displacedPolicy(hierarchy, before, body.status);
  const displaced = former && (await lookup(context, 'policies', former.id));
  await applyChange(context, {
    action: 'Policy saved',
    policies: { put: [saved, ...(displaced ? [{ ...displaced, status: 'inactive' as const }] : [])] },
  });
  return policyView(context, await lookup(context, 'policies', before.id));
}

function refuseLocked(hierarchy: Hierarchy, before: StoredPolicy, body: PolicyUpdate) {
  const { forcedBy } = inheritanceOf(hierarchy, before);
  if (forcedBy && !body.inherit && before.inherit) {
    throw new Problem('locked-from-above', `The policy “${forcedBy.name}” forces inheritance here. Change it there.`, [
      { path: '/inherit', message: `Forced by the policy “${forcedBy.name}”` },
    ]);
  }
  // What will be locked is judged by the boxes as they will be: unticking inheritance frees the groups of settings.
  const after = { ...before, status: body.status, inherit: body.inherit };
  for (const group of settingsGroups) {
    const state = stateIn(hierarchy, after, group);
    const own = before.settings[group];
    const wanted = body.settings[group];
    const differs = own.lock !== wanted.lock || !sameValue(group, own.value, wanted.value);
    if (state.lockedFromAbove && differs) {
      const { name } = groupRef(hierarchy, state.from.groupId);
      throw new Problem(
        'locked-from-above',
        `${settingsGroupLabels[group]} is under the policy “${state.from.name}” of the group “${name}”. Change it there, or open its lock.`,
        [{ path: `/settings/${group}`, message: `Locked by the policy “${state.from.name}”` }],
      );
    }
  }
}

function refuseUnknownCredential(server: ServerState, before: StoredPolicy, body: PolicyUpdate) {
  const { credential } = body.settings.authentication.value;
  const known = [null, credentialOf(server), before.settings.authentication.value.credential];
  if (known.includes(credential)) return;
  throw new Problem('invalid-input', 'The account password was not checked by this server.', [
    { path: '/settings/authentication/value/credential', message: 'Unknown credential' },
  ]);
}
