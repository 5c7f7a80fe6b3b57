import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zonedInstant } from './zoned-instant.ts';

const at = Date.parse('2026-11-24T18:05:09Z');

test.each([
  ['Europe/Berlin', '2026-11-24T19:05:09+01:00'],
  ['Asia/Kathmandu', '2026-11-24T23:50:09+05:45'],
  ['America/St_Johns', '2026-11-24T14:35:09-03:30'],
  ['UTC', '2026-11-24T18:05:09+00:00'],
])('an instant in %s is %s', (zone, written) => {
  expect(zonedInstant(zone, at)).toBe(written);
});

test('the hour that a clock change brings twice is told apart by its offset', () => {
  expect(
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((i) => zonedInstant('Europe/Berlin', Date.parse(i))),
  ).toEqual(['2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00']);
});

test('in what is no zone it stands in UTC', () => {
  expect(zonedInstant('PST', at)).toBe('2026-11-24T18:05:09Z');
});

test('it says the very instant, to the millisecond', () => {
  const aZone = fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia', 'UTC');
  const anInstant = fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2100, 0, 1) });
  fc.assert(fc.property(aZone, anInstant, (zone, atMs) => Date.parse(zonedInstant(zone, atMs)) === atMs));
});
