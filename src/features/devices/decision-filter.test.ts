import { expect, test } from 'vitest';
import { policyIdSchema } from '#domain/ids.ts';
import { decisionQuery, decisionWords } from './decision-filter.ts';

const decidingPolicy = policyIdSchema.parse('lab');

test.each([
  ['nothing', {}, null],
  ['a decider', { decidedBy: 'device' }, 'set on the device'],
  [
    'all it can',
    { decidedBy: 'locked-by-policy', decidingPolicy, scanStart: '20:00–07:00', scope: 'critical-areas' },
    '20:00–07:00 · Critical file areas on the device · locked by Lab',
  ],
  ['a policy alone', { decidingPolicy }, 'decided by Lab'],
] as const)('a filter that says %s, in words', (_, filter, words) => {
  expect(decisionWords(filter, 'Lab')).toBe(words);
});

test('a policy whose name is not known yet is named by what it is', () => {
  expect(decisionWords({ decidedBy: 'policy-not-enforced' }, null)).toBe('from the policy, not enforced');
});

test('what the address does not say is not asked', () => {
  expect(decisionQuery({ decidedBy: 'device' })).toEqual({ decidedBy: 'device' });
});
