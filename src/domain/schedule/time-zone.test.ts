import { expect, test } from 'vitest';
import { isSameZone, isTimeZone, knownZones, readTimeZone } from './time-zone.ts';

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['EUROPE/berlin', 'Europe/Berlin'],
  ['america/new_york', 'America/New_York'],
  ['America/Port-Au-Prince', 'America/Port-au-Prince'],
  ['Antarctica/dumontdurville', 'Antarctica/DumontDUrville'],
  ['utc', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['Zulu', 'UTC'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['asia/kolkata', 'Asia/Kolkata'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Europe/Kyiv', 'Europe/Kyiv'],
  ['America/Godthab', 'America/Nuuk'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['US/Pacific', 'America/Los_Angeles'],
  ['PST8PDT', 'America/Los_Angeles'],
  ['CET', 'Europe/Brussels'],
])('%s is the zone %s', (text, zone) => {
  expect(readTimeZone(text)).toEqual({ kind: 'known', zone });
});

test.each([
  ...['PST', 'BST', 'IST', 'CST', 'EDT', 'CEST', 'ACT'],
  ...[
    '+03:00',
    '-0800',
    'UTC+3',
    'UTC+03:00',
    'GMT+3',
    '2020-01-01T00:00Z[UTC]',
    '2020-01-01T00:00+01:00[Europe/Berlin]',
  ],
  ...['W. Europe Standard Time', '(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna'],
  ...['', ' ', ' Europe/Berlin', 'Europe/Berlin ', 'Europe/Berln', 'Berlin', 'Europe/', 'Etc/Unknown', 'Factory'],
  ...['Europe/Berlin\u0000', 'Européen/Berlin', 'constructor', '__proto__', 'toString', 'a'.repeat(65), '[UTC]', 'Z'],
])('%j is no zone', (text) => {
  expect(readTimeZone(text)).toEqual({ kind: 'unknown' });
});

test('whatever the runtime lists as a zone is one, and its spelling is read again as itself', () => {
  for (const name of Intl.supportedValuesOf('timeZone')) {
    const read = readTimeZone(name);
    expect(read.kind, name).toBe('known');
    if (read.kind === 'known') expect(readTimeZone(read.zone)).toEqual(read);
  }
});

test('two names of one zone are the same zone, and two texts that are none are not', () => {
  expect(isSameZone('Europe/Kiev', 'europe/kyiv')).toBe(true);
  expect(isSameZone('Europe/Kyiv', 'Europe/Berlin')).toBe(false);
  expect(isSameZone('PST', 'PST')).toBe(true);
  expect(isSameZone('PST', 'BST')).toBe(false);
});

test('each zone is listed once, under a name that it is known by, with its other names', () => {
  const zones = knownZones();
  expect(new Set(zones.map(({ zone }) => zone)).size).toBe(zones.length);
  expect(zones.filter(({ zone }) => !isTimeZone(zone))).toEqual([]);
  expect(zones.find(({ zone }) => zone === 'Europe/Kyiv')?.otherNames).toContain('Europe/Kiev');
  expect(zones.filter(({ zone }) => ['GMT', 'Etc/UTC', 'UTC'].includes(zone))).toHaveLength(1);
});
