import type { AccountView } from '#contract/account.ts';
import type { AuthenticationValue } from '#domain/policy/settings.ts';
import { dateTimeIn } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** How the password set in a policy or on a device stands to the special account. */
export type PasswordState = 'not-set' | 'matches' | 'does-not-match';

export const passwordStateLabels: Readonly<Record<PasswordState, string>> = {
  'not-set': 'not set',
  matches: 'set, matches the account',
  'does-not-match': 'set, does not match',
};

/** A password matches when its credential is the account's; without an account none does. */
export function passwordState({ credential }: AuthenticationValue, account: AccountView): PasswordState {
  if (credential === null) return 'not-set';
  return credential === account.credential ? 'matches' : 'does-not-match';
}

/** The same as a sentence, beside a line that says whether it is set; empty where it is not. */
export const passwordMatchSentences: Readonly<Record<PasswordState, string>> = {
  'not-set': '',
  matches: 'The password set here matches it.',
  'does-not-match': 'The password set here does not match it.',
};

/** Whether the special account exists: *The special account exists since 1 Apr 2026, 10:00 (Europe/Berlin), created by M. Admin.* */
export function describeAccount({ exists, createdAt, createdBy }: AccountView, zone: string): string {
  if (!exists || createdAt === null) return 'The special account does not exist: no detection creates a task.';
  const by = createdBy === null ? '' : `, created by ${createdBy}`;
  return `The special account exists since ${dateTimeIn(zone, createdAt)} (${zone})${by}.`;
}

/** What follows when the account is deleted. */
export function describeDeletion({ usedBy: { policies, devices } }: AccountView): string {
  const places = [
    ...(policies > 0 ? [formatCount(policies, ['policy', 'policies'])] : []),
    ...(devices > 0 ? [formatCount(devices, ['device', 'devices'])] : []),
  ];
  if (places.length === 0) return 'No policy and no device has its password set.';
  const have = policies + devices === 1 ? 'has' : 'have';
  return `${places.join(' and ')} ${have} its password set and will not match any more.`;
}
