import { expect, test } from 'vitest';
import { fieldAt, laterInstant } from './detection-form-fields.ts';

const now = Date.parse('2026-11-24T18:42:00Z');

test('a later instant is parsed in the display zone', () => {
  expect(laterInstant('2026-11-24T20:00', now, 'Europe/Berlin')).toBe(Date.parse('2026-11-24T19:00Z'));
});

test.each([
  ['', 'Enter a date and a time.'],
  ['2026-11-24T19:42', 'This has passed: in Europe/Berlin it is Tue 24 Nov 19:42 in simulated time.'],
  ['2025-01-01T00:00', 'This has passed: in Europe/Berlin it is Tue 24 Nov 19:42 in simulated time.'],
])('%j is refused', (at, error) => {
  expect(laterInstant(at, now, 'Europe/Berlin')).toEqual({ error });
});

test.each([
  ['/deviceId', 'device'],
  ['/at', 'at'],
  ['/objects', 'objects'],
  ['/objects/3/md5', 'objects.3.md5'],
  ['/objects/0/fileName', 'objects.0.fileName'],
  ['/objects/0/size', null],
  ['', null],
])('an error at %j belongs to the field %j', (path, field) => {
  expect(fieldAt(path)).toBe(field);
});
