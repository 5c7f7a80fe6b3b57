import type { AccountView } from '#contract/account.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { credentialIdSchema } from '#domain/ids.ts';
import { Problem } from '../problem.ts';
import { credentialOf, type Account } from '../ports/store.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { newId } from '../records/new-id.ts';
import { applyChange } from './apply-change.ts';
import { noAccountProblem, accountView } from '../queries/account.ts';

/**
 * Creates the special account. Its credential stands for the password in policies and on devices.
 * @throws Problem `state-forbids` when there is one: its password cannot be changed
 */
export async function createAccount(
  context: RequestContext,
  { body }: Parsed<'createAccount'>,
): Promise<Answer<'createAccount'>> {
  const server = await loadServer(context);
  if (server.account) {
    throw new Problem(
      'state-forbids',
      'The special account exists. Delete it first to create it with another password.',
    );
  }
  const value: Account = {
    ...(await context.passwords.hash(body.password)),
    // Never used before, so a credential never comes back with another password.
    credential: credentialIdSchema.parse(newId('account', server.nextChange)),
    createdAtMs: await currentTimeMs(context),
    createdBy: context.user.name,
  };
  const line = { setting: 'Special account', from: '', to: 'created' };
  await applyChange(context, { action: 'Special account created', account: { value, line } });
  return { ...(await accountView(context, value)), credential: value.credential };
}

/** Deletes the special account: from then on no credential matches. @throws Problem `state-forbids` when there is none */
export async function deleteAccount(context: RequestContext): Promise<AccountView> {
  const server = await loadServer(context);
  if (credentialOf(server) === null) throw noAccountProblem();
  const line = { setting: 'Special account', from: 'exists', to: 'deleted' };
  await applyChange(context, { action: 'Special account deleted', account: { value: null, line } });
  return accountView(context, null);
}
