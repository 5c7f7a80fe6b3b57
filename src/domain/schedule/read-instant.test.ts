import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { readInstant, readInstantOfAddress } from './read-instant.ts';

const iso = (read: number | string) => (typeof read === 'number' ? new Date(read).toISOString() : read);

test.each([
  ['2026-11-24T18:00:00Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24T18:00Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24T18Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24t18:00z', '2026-11-24T18:00:00.000Z'],
  ['20261124T180000Z', '2026-11-24T18:00:00.000Z'],
  ['20261124T1800Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24T180000Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24 18:00+01:00', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24T18:00+01', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24T18:00+0100', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24T18:00-03:30', '2026-11-24T21:30:00.000Z'],
  ['2026-11-24T18:00\u221203:30', '2026-11-24T21:30:00.000Z'],
  ['2026-11-24 18:00:00 +0100', '2026-11-24T17:00:00.000Z'],
  [' 2026-11-24  18:00:00 UTC ', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24T18:00+01:00[Europe/Berlin]', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24T18:00:00.5Z', '2026-11-24T18:00:00.500Z'],
  ['2026-11-24T18:00:00,5Z', '2026-11-24T18:00:00.500Z'],
  ['2026-11-24T18:00:00.1239999999Z', '2026-11-24T18:00:00.123Z'],
  ['2026-11-24T18:00,5Z', '2026-11-24T18:00:30.000Z'],
  ['2026-11-24T18.25Z', '2026-11-24T18:15:00.000Z'],
  ['2026-11-24T24:00Z', '2026-11-25T00:00:00.000Z'],
  ['2026-12-31T24:00:00.000+00:00', '2027-01-01T00:00:00.000Z'],
  ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ['2026-328T18:00Z', '2026-11-24T18:00:00.000Z'],
  ['2026328T1800Z', '2026-11-24T18:00:00.000Z'],
  ['2026-W48-2T18:00Z', '2026-11-24T18:00:00.000Z'],
  ['2026W482T1800Z', '2026-11-24T18:00:00.000Z'],
  ['2026-W53-7T18:00Z', '2027-01-03T18:00:00.000Z'],
  ['2024-366T00:00Z', '2024-12-31T00:00:00.000Z'],
])('%s is read', (text, expected) => {
  expect(iso(readInstant(text))).toBe(expected);
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['2026-11-24', 'no-time'],
  ['2026-11-24T18:00', 'no-offset'],
  ['2026-11-24 18:00:00,5', 'no-offset'],
  ['20261124T1800', 'no-offset'],
  ['2026-11-24T18:00[Europe/Berlin]', 'no-offset'],
  ['2026-11-24T18:00+01:00[!u-ca=hebrew]', 'unreadable'],
  ['2026-02-30T18:00Z', 'unreadable'],
  ['2026-13-01T18:00Z', 'unreadable'],
  ['2026-11-24T25:00Z', 'unreadable'],
  ['2026-11-24T24:01Z', 'unreadable'],
  ['2026-11-24T18:61Z', 'unreadable'],
  ['2026-11-24T18:00+25:00', 'unreadable'],
  ['2026-366T18:00Z', 'unreadable'],
  ['2026-000T18:00Z', 'unreadable'],
  ['2026-W54-1T18:00Z', 'unreadable'],
  ['2026-W00-1T18:00Z', 'unreadable'],
  ['2026-W48-8T18:00Z', 'unreadable'],
  ['+002026-11-24T18:00Z', 'unreadable'],
  ['9999-12-31T24:00Z', 'unreadable'],
  ['0000-01-01T00:00+01:00', 'unreadable'],
  ['24.11.2026 18:00', 'unreadable'],
  ['1795975200', 'unreadable'],
  ['yesterday', 'unreadable'],
])('%j is no instant: %s', (text, problem) => {
  expect(readInstant(text)).toBe(problem);
});

test('whatever Temporal writes of an instant is read as that instant', () => {
  const digits = fc.constantFrom(...([0, 1, 2, 3, 6, 9, 'auto'] as const));
  fc.assert(
    fc.property(
      fc.integer({ min: -62_000_000_000_000, max: 253_370_000_000_000 }),
      fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', '-11:30'),
      digits,
      (ms, zone, fractionalSecondDigits) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
        const text = instant.toString({ fractionalSecondDigits });
        expect(readInstant(text)).toBe(Temporal.Instant.from(text).epochMilliseconds);
      },
    ),
  );
});

test('every thousandth of a second is kept', () => {
  const wrong = Array.from({ length: 1_000 }, (_, ms) => ms).filter(
    (ms) => readInstant(`1970-01-01T00:00:00.${String(ms).padStart(3, '0')}Z`) !== ms,
  );
  expect(wrong).toEqual([]);
});

test.each([
  ['2026-11-24T18:00 01:00', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24 18:00:00 0100', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24T18:00+01:00', '2026-11-24T17:00:00.000Z'],
  ['2026-11-24 18:00', 'no-offset'],
  ['20261124 1800', 'no-offset'],
])('%j in an address, where a plus sign became a blank', (text, expected) => {
  expect(iso(readInstantOfAddress(text))).toBe(expected);
});
