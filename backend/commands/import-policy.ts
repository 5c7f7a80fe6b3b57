import type { Parsed } from '#contract/operations.ts';
import type { PolicyView } from '#contract/policies.ts';
import { applicationDefaults } from '#domain/policy/settings.ts';
import { unsaved } from '../ports/history-records.ts';
import type { RequestContext } from '../request-context.ts';
import { lookup } from '../queries/lookup.ts';
import { fieldsInGroup, nextPolicyId, savePolicy } from './edit-policies.ts';

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
