import { expect, test } from 'vitest';
import { explanationSummary, requestedSetting, sharedLockNote } from './explanation-summary.ts';

test('the answer of Additional is the scan start and who decided it', () => {
  const lines = [
    { setting: 'Scanning scope', value: 'Critical file areas on the device' },
    { setting: 'Scan start', value: '20:00–07:00' },
  ];
  const sentence = 'locked by policy Baseline of group Managed devices';
  expect(explanationSummary({ settings: 'additional', lines, sentence })).toEqual({
    value: '20:00–07:00',
    by: sentence,
  });
});

test.each([
  ['actions', 'Response actions', 'on', 'Response actions on'],
  ['authentication', 'Account password', 'not set', 'Account password not set'],
] as const)('the answer of %s names its setting', (settings, setting, value, text) => {
  const lines = [{ setting, value }];
  expect(explanationSummary({ settings, lines, sentence: 'set on the device' })).toEqual({
    value: text,
    by: 'set on the device',
  });
});

test('asked about one value, the answer is of that value, and says that the group shares it', () => {
  const lines = [
    { setting: 'Scanning scope', value: 'Critical file areas on the device' },
    { setting: 'Scan start', value: '20:00–07:00' },
    { setting: 'Detection of legitimate applications', value: 'off' },
  ];
  const explained = { settings: 'additional' as const, lines, sentence: 'set on the device' };
  expect(explanationSummary(explained, 'Scanning scope').value).toBe(
    'Scanning scope Critical file areas on the device',
  );
  expect(sharedLockNote(explained)).toBe('All 3 settings of Additional share one lock, and so one answer.');
  expect(sharedLockNote({ settings: 'authentication', lines: lines.slice(0, 1) })).toBeNull();
});

test('an address that asks about a setting of another group asks about the whole group', () => {
  const lines = [{ setting: 'Account password', value: 'set' }];
  expect(requestedSetting({ lines }, 'Account password')).toBe('Account password');
  expect(requestedSetting({ lines }, 'Scan start')).toBeNull();
  expect(requestedSetting({ lines }, undefined)).toBeNull();
});
