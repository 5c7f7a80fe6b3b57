import type { Parsed } from '#contract/operations.ts';
import type { PolicyView } from '#contract/policies.ts';
import type { PolicyFile } from '#contract/policy-file.ts';
import { applicationDefaults } from '#domain/policy/settings.ts';
import { unsaved } from '../ports/history-records.ts';
import { lookup, type RequestContext } from '../request-context.ts';
import { fieldsInGroup, nextPolicyId, savePolicy } from './edit-policies.ts';

/** A policy as a file. Of the authentication only the lock goes out: what stands for a password stays here. */
export async function exportPolicy(context: RequestContext, { params }: Parsed<'exportPolicy'>): Promise<PolicyFile> {
  const { name, inherit, force, settings } = await lookup(context, 'policies', params.policyId);
  const { actions, authentication, additional } = settings;
  return {
    format: 'vesper-policy',
    version: 1,
    name,
    inherit,
    force,
    settings: { actions, authentication: { lock: authentication.lock }, additional },
  };
}

/**
 * A policy made from a file: inactive, with no account password, under a name that is free in the group.
 * @throws Problem `not-found`, `state-forbids`
 */
export async function importPolicy(
  context: RequestContext,
  { params, body }: Parsed<'importPolicy'>,
): Promise<PolicyView> {
  const group = await lookup(context, 'groups', params.groupId);
  const { name, inherit, force, settings } = body;
  return savePolicy(context, 'Policy imported', {
    ...unsaved,
    ...(await fieldsInGroup(context, name, group)),
    id: await nextPolicyId(context),
    inherit,
    force,
    settings: {
      ...settings,
      authentication: { value: applicationDefaults.authentication, lock: settings.authentication.lock },
    },
  });
}
