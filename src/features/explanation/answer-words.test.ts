import { expect, test } from 'vitest';
import { answerOf } from './answer-words.ts';

test('the answer of Additional is the scan start and who decided it', () => {
  const lines = [
    { setting: 'Scanning scope', value: 'Critical file areas on the device' },
    { setting: 'Scan start', value: '20:00–07:00' },
  ];
  const sentence = 'locked by policy Baseline of group Managed devices';
  expect(answerOf({ settings: 'additional', lines, sentence })).toEqual({ value: '20:00–07:00', by: sentence });
});

test.each([
  ['actions', 'Response actions', 'on', 'Response actions on'],
  ['authentication', 'Account password', 'not set', 'Account password not set'],
] as const)('the answer of %s names its setting', (settings, setting, value, said) => {
  const lines = [{ setting, value }];
  expect(answerOf({ settings, lines, sentence: 'set on the device' })).toEqual({
    value: said,
    by: 'set on the device',
  });
});
