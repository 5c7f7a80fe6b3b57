import { expect, test } from 'vitest';
import { damagedWords, faultWords } from './damaged-words.ts';

const device = { what: 'device BER-LT-0001', faults: [{ path: 'status', message: 'Invalid option' }] };

test('one record is named, of many the first, as soon as it is known', () => {
  expect(damagedWords(1, device)).toBe(
    '1 stored record could not be read and was set aside: device BER-LT-0001 (status).',
  );
  expect(damagedWords(1200, { what: 'policy Berlin', faults: [{ path: '', message: 'It is missing.' }] })).toBe(
    '1,200 stored records could not be read and were set aside, among them policy Berlin.',
  );
  expect(damagedWords(1, undefined)).toBe('1 stored record could not be read and was set aside.');
});

test('an error is prefixed with its path, if it has one', () => {
  const faults = [
    { path: 'clock.rate', message: 'Invalid input' },
    { path: '', message: 'It is missing.' },
  ];
  expect(faultWords({ faults })).toEqual(['clock.rate: Invalid input', 'It is missing.']);
});
