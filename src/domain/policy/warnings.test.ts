import { expect, test } from 'vitest';
import { credentialIdSchema, timeOfDaySchema } from '../ids.ts';
import { closed, open, policy, world } from './testing/policy-vocabulary.ts';
import { stateIn } from './policy-state.ts';
import { groupActionsWithoutAccount, inactive, notEnforced, overruled, shortWindow } from './warnings.ts';

test('a value under an open lock is not enforced, and how many devices use another is said', () => {
  expect(notEnforced('additional', 'open', 14)).toBe(
    'Additional is not enforced: a device may use another value. 14 devices do now.',
  );
  expect(notEnforced('additional', 'open', 1)).toContain('1 device does now.');
  expect(notEnforced('additional', 'open', 0)).toContain('No device does now.');
  expect(notEnforced('additional', 'closed', 14)).toBeNull();
});

test('an inactive policy has no effect; the others have one', () => {
  expect(inactive({ name: 'Draft', status: 'inactive' })).toBe(
    'Draft is inactive: no device obeys it until it is made active.',
  );
  expect(inactive({ name: 'Away', status: 'out-of-office' })).toBeNull();
});

test('an own value under a lock from above is dead, unless it says the same', () => {
  const top = policy('top', 'root', { additional: closed });
  const warn = (additional: typeof open | typeof closed, inherit = true) => {
    const own = policy('own', 'berlin', { additional, inherit });
    return overruled('additional', stateIn(world(top, own), own, 'additional'), 'root');
  };
  expect(warn(open)).toBe(
    'This policy’s own value does not count: the policy top of group root has Additional under policy.',
  );
  expect(warn(closed)).toBeNull();
  expect(warn(open, false)).toBeNull();
});

const [current, old] = ['account-2', 'account-1'].map((id) => credentialIdSchema.parse(id));
test.each([
  { name: 'no account', credential: current, account: null, text: 'the special account does not exist.' },
  { name: 'no password', credential: null, account: current, text: 'is not set.' },
  { name: 'a former password', credential: old, account: current, text: 'does not match.' },
  { name: 'a password that matches', credential: current, account: current, text: null },
])('group actions with $name', ({ credential = null, account = null, text }) => {
  const selected = ['quarantine', 'group-ioc-scan'] as const;
  const warning = groupActionsWithoutAccount({ enabled: true, selected }, { credential }, account);
  if (text === null) expect(warning).toBeNull();
  else expect(warning).toContain(text);
  expect(groupActionsWithoutAccount({ enabled: false, selected }, { credential }, account)).toBeNull();
  expect(groupActionsWithoutAccount({ enabled: true, selected: ['quarantine'] }, { credential }, account)).toBeNull();
});

test.each([
  ['20:00', '20:29', '29 minutes long'],
  ['23:59', '00:00', '1 minute long'],
  ['20:00', '20:30', null],
  ['20:00', '07:00', null],
])('the interval %s–%s', (start, end, message) => {
  const window = { start: timeOfDaySchema.parse(start), end: timeOfDaySchema.parse(end) };
  const warning = shortWindow({ mode: 'interval', window });
  if (message === null) expect(warning).toBeNull();
  else expect(warning).toContain(message);
});

test('other starts have no interval to be short', () => {
  expect(shortWindow({ mode: 'manual' })).toBeNull();
});
