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

test('a policy without a loaded name is called the policy', () => {
  expect(decisionWords({ decidedBy: 'policy-not-enforced' }, null)).toBe('from the policy, not enforced');
});

test('absent search params are omitted from the query', () => {
  expect(decisionQuery({ decidedBy: 'device' })).toEqual({ decidedBy: 'device' });
});
