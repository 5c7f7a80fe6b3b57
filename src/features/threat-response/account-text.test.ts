import { expect, test } from 'vitest';
import type { AccountView } from '#contract/account.ts';
import { credentialIdSchema } from '#domain/ids.ts';
import { describeAccount, describeDeletion, passwordState } from './account-text.ts';

const now = credentialIdSchema.parse('account-2026');
const former = credentialIdSchema.parse('account-2025');
const account: AccountView = {
  exists: true,
  createdAt: '2026-04-01T08:00:00.000Z',
  createdBy: 'M. Admin',
  credential: now,
  usedBy: { policies: 1, devices: 0 },
};
const none: AccountView = {
  exists: false,
  createdAt: null,
  createdBy: null,
  credential: null,
  usedBy: { policies: 0, devices: 0 },
};

test.each([
  ['no password', null, account, 'not-set'],
  ['no password and no account', null, none, 'not-set'],
  ['the account’s own', now, account, 'matches'],
  ['one of a former account', former, account, 'does-not-match'],
  ['one of an account that was deleted', now, none, 'does-not-match'],
] as const)('%s', (_what, credential, there, state) => {
  expect(passwordState({ credential }, there)).toBe(state);
});

test('the account is said with its instant in the zone, and who created it', () => {
  expect(describeAccount(account, 'Europe/Berlin')).toBe(
    'The special account exists since 1 Apr 2026, 10:00 (Europe/Berlin), created by M. Admin.',
  );
  expect(describeAccount(none, 'Europe/Berlin')).toBe(
    'The special account does not exist: no detection creates a task.',
  );
});

test.each([
  [0, 0, 'No policy and no device has its password set.'],
  [1, 0, '1 policy has its password set and will not match any more.'],
  [2, 1, '2 policies and 1 device have its password set and will not match any more.'],
])('a deletion with %i policies and %i devices', (policies, devices, words) => {
  expect(describeDeletion({ ...account, usedBy: { policies, devices } })).toBe(words);
});
