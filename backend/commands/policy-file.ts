import type { Parsed } from '#contract/operations.ts';
import type { PolicyView } from '#contract/policies.ts';
import type { PolicyFile } from '#contract/policy-file.ts';
import { applicationDefaults } from '#domain/policy/settings.ts';
import { unsaved } from '../ports/history-records.ts';
import { need, type Backend } from '../request-context.ts';
import { arrivingIn, nextPolicyId, saved } from './edit-policies.ts';

/** A policy as a file. Of the authentication only the lock goes out: what stands for a password stays here. */
export async function exportPolicy(backend: Backend, { params }: Parsed<'exportPolicy'>): Promise<PolicyFile> {
  const { name, inherit, force, settings } = await need(backend, 'policies', params.policyId);
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
export async function importPolicy(backend: Backend, { params, body }: Parsed<'importPolicy'>): Promise<PolicyView> {
  const group = await need(backend, 'groups', params.groupId);
  const { name, inherit, force, settings } = body;
  return saved(backend, 'Policy imported', {
    ...unsaved,
    ...(await arrivingIn(backend, name, group)),
    id: await nextPolicyId(backend),
    inherit,
    force,
    settings: {
      ...settings,
      authentication: { value: applicationDefaults.authentication, lock: settings.authentication.lock },
    },
  });
}
