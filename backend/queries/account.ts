import type { AccountView } from '#contract/account.ts';
import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { AuthenticationValue } from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import type { Account } from '../ports/store.ts';
import { loadServer, type RequestContext } from '../request-context.ts';

/** Whether the special account exists, since when, and by whom. */
export async function getAccount(context: RequestContext): Promise<AccountView> {
  return accountView(context, (await loadServer(context)).account);
}

/**
 * Whether a password is the account's; if so, with the credential that stands for it.
 * @throws Problem `state-forbids` when there is no account
 */
export async function checkAccountPassword(
  context: RequestContext,
  { body }: Parsed<'checkAccountPassword'>,
): Promise<Answer<'checkAccountPassword'>> {
  const { account } = await loadServer(context);
  if (!account) throw noAccountProblem();
  const matches = await context.passwords.matches(body.password, account);
  return { matches, credential: matches ? account.credential : null };
}

export const noAccountProblem = () => new Problem('state-forbids', 'There is no special account. Create it first.');

export async function accountView({ store }: RequestContext, account: Account | null): Promise<AccountView> {
  const credential = account?.credential ?? null;
  const policies = await store.all('policies');
  const devices = await store.all('localSettings');
  const uses = (value: AuthenticationValue | null) => credential !== null && value?.credential === credential;
  return {
    exists: account !== null,
    createdAt: account && toInstant(account.createdAtMs),
    createdBy: account?.createdBy ?? null,
    credential,
    usedBy: {
      policies: policies.filter(({ settings }) => uses(settings.authentication.value)).length,
      devices: devices.filter(({ values }) => uses(values.authentication)).length,
    },
  };
}
