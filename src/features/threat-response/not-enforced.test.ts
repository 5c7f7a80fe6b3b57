import { expect, test } from 'vitest';
import { deviationSentence, notEnforcedSentence } from './not-enforced.ts';

test.each([
  [0, 0, 'No device obeys this policy now.'],
  [0, 112, 'No device uses another value.'],
  [1, 1, '1 of 1 device uses another value.'],
  [1, 112, '1 of 112 devices uses another value.'],
  [1200, 12_000, '1,200 of 12,000 devices use another value.'],
])('%i of %i devices reads well', (deviating, devices, words) => {
  expect(deviationSentence(deviating, devices)).toBe(words);
});

test('an open lock is named by its group of settings', () => {
  expect(notEnforcedSentence('authentication')).toBe(
    'Saved with the policy, but not enforced: the lock of Authentication on Administration Server is open.',
  );
});
