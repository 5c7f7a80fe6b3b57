import { describe, expect, test } from 'vitest';
import { credentialIdSchema, taskIdSchema } from '../ids.ts';
import { applicationDefaults } from '../policy/settings.ts';
import type { ActionId } from './actions.ts';
import { isThreat, localActionsOf, missingForTask, missingSentences, outcomeOf } from './detection.ts';

const account = credentialIdSchema.parse('account-2026');
const former = credentialIdSchema.parse('account-2025');

const settings = (enabled: boolean, selected: readonly ActionId[], credential: typeof account | null = account) => ({
  actions: { enabled, selected },
  authentication: { credential },
});
const group = ['group-ioc-scan'] as const;

describe('what keeps a detection from creating a task', () => {
  test.each([
    ['nothing', settings(true, group), account, []],
    ['nothing, with local actions beside a group action', settings(true, ['quarantine', ...group]), account, []],
    ['response actions that are off', settings(false, group), account, ['response-actions-off']],
    ['no action at all', settings(true, []), account, ['no-group-action']],
    ['local actions only', settings(true, ['quarantine', 'notify-user', 'epp-scan']), account, ['no-group-action']],
    ['a password that is not set', settings(true, group, null), account, ['password-not-set']],
    ['the password of a former account', settings(true, group, former), account, ['password-does-not-match']],
    ['no account, though a password is set', settings(true, group), null, ['no-account']],
    ['no account, which says enough of the password', settings(true, group, null), null, ['no-account']],
    [
      'everything at once, each named',
      settings(false, ['quarantine'], null),
      account,
      ['response-actions-off', 'no-group-action', 'password-not-set'],
    ],
  ])('%s', (_, effective, serverAccount, missing) => {
    expect(missingForTask(effective, serverAccount)).toEqual(missing);
  });

  test.each([
    ['quarantine', false],
    ['notify-user', false],
    ['epp-scan', false],
    ['group-ioc-scan', true],
    ['group-quarantine', true],
    ['group-epp-scan', true],
  ] as const)('the action %s alone is enough: %s', (action, enough) => {
    expect(missingForTask(settings(true, [action]), account)).toEqual(enough ? [] : ['no-group-action']);
  });

  test('each has a sentence of its own', () => {
    const sentences = Object.values(missingSentences);
    expect(new Set(sentences).size).toBe(sentences.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

test('the outcome: expected until its instant, then a task or none', () => {
  expect(outcomeOf({ expected: true, taskId: null })).toBe('expected');
  expect(outcomeOf({ taskId: taskIdSchema.parse('task-0001') })).toBe('task-created');
  expect(outcomeOf({ taskId: null })).toBe('no-task');
});

test.each([
  [undefined, false, true],
  [undefined, true, true],
  ['dialer', false, false],
  ['dialer', true, true],
] as const)(
  'what is detected as %s, with the detection of legitimate applications %s, is a threat: %s',
  (kind, on, is) => {
    const detection = kind === undefined ? {} : { legitimateApplication: kind };
    const { iocScanning } = applicationDefaults.additional;
    expect(isThreat(detection, { iocScanning, detectLegitimateApplications: on })).toBe(is);
  },
);

test('on its own device a threat makes the local actions happen, and none with the box off', () => {
  const selected = ['quarantine', 'group-ioc-scan', 'notify-user'] as const;
  expect(localActionsOf({ enabled: true, selected })).toEqual(['quarantine', 'notify-user']);
  expect(localActionsOf({ enabled: false, selected })).toEqual([]);
});
