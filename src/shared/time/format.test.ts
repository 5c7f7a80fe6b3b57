import { afterEach, expect, test } from 'vitest';
import { writeLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { clockTimeIn, dateTimeIn, dayTimeSecondsIn, hourIn, timeIn, viewerZone, weekdayTimeIn } from './format.ts';
import { clockChanges } from './clock-change.ts';
import { hoursKey, zoneKey, parseZonePreference } from './time-preferences.ts';

const zone = 'Europe/Berlin';
const evening = '2026-11-24T19:05:09Z';

afterEach(() => {
  writeLocalStorage(hoursKey, null);
  writeLocalStorage(zoneKey, null);
});

test('times read in 24 hours until the viewer chooses 12, and at once after that', () => {
  expect([timeIn(zone, evening), weekdayTimeIn(zone, evening), hourIn(zone, evening)]).toEqual([
    '20:05',
    'Tue 20:05',
    '20',
  ]);
  writeLocalStorage(hoursKey, '12');
  expect([timeIn(zone, evening), weekdayTimeIn(zone, evening), hourIn(zone, evening)]).toEqual([
    '8:05 pm',
    'Tue 8:05 pm',
    '8 pm',
  ]);
  expect(dayTimeSecondsIn(zone, evening)).toBe('Tue 24 Nov 8:05:09 pm');
  expect(dateTimeIn(zone, evening)).toBe('24 Nov 2026, 8:05 pm');
  expect(timeIn(zone, '2026-11-24T23:00:00Z')).toBe('12:00 am');
});

test('times for computing and descriptions of clock changes stay in 24 hours', () => {
  writeLocalStorage(hoursKey, '12');
  expect(clockTimeIn(zone, evening)).toBe('20:05');
  const [change] = clockChanges(Date.parse('2026-03-28T12:00:00Z'), Date.parse('2026-03-30T12:00:00Z'), zone);
  expect(change?.label).toBe('02:00 → 03:00');
});

test('the display zone is that of the browser until another one is chosen, such as the server’s', () => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(viewerZone()).toBe(own);
  writeLocalStorage(zoneKey, 'server Asia/Tokyo');
  expect(viewerZone()).toBe('Asia/Tokyo');
  writeLocalStorage(zoneKey, 'Mars/Olympus');
  expect(viewerZone()).toBe(own);
});

test.each([
  [null, null],
  ['', null],
  ['UTC', 'UTC'],
  ['server Europe/Berlin', 'Europe/Berlin'],
  ['server nowhere', null],
])('the choice %j is the zone %j', (choice, named) => {
  expect(parseZonePreference(choice)).toBe(named);
});
