import { expect, test } from 'vitest';
import { allZones, findZones, matchedAlias } from './zone-search.ts';

const winter = Date.parse('2026-11-24T18:00:00Z');

test.each([
  ['kyiv', 'Europe/Kyiv'],
  ['kiev', 'Europe/Kyiv'],
  ['kolkata', 'Asia/Kolkata'],
  ['calcutta', 'Asia/Kolkata'],
  ['nuuk', 'America/Nuuk'],
  ['godthab', 'America/Nuuk'],
  ['new york', 'America/New_York'],
  ['NEW_YORK', 'America/New_York'],
  ['berl', 'Europe/Berlin'],
  ['us/pac', 'America/Los_Angeles'],
  ['PST', 'America/Los_Angeles'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['UTC+05:30', 'Asia/Kolkata'],
  ['berln', 'Europe/Berlin'],
  ['adel', 'Australia/Adelaide'],
  ['+3', 'Europe/Moscow'],
])('%s finds %s first', (text, zone) => {
  expect(findZones(text, winter)[0]).toBe(zone);
});

test('without a search text every zone is listed once, by its current name', () => {
  const zones = findZones('  ', winter);
  expect(zones).toEqual(allZones());
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain('UTC');
  expect(zones.filter((zone) => ['Europe/Kiev', 'Asia/Calcutta', 'America/Godthab', 'Etc/UTC'].includes(zone))).toEqual(
    [],
  );
});

test('an abbreviation finds its possible zones and the names that contain it', () => {
  expect(findZones('IST', winter).slice(0, 2)).toEqual(['Europe/Istanbul', 'Asia/Kolkata']);
});

test('a zone found by an alias shows the alias', () => {
  expect(matchedAlias('Europe/Kyiv', 'kiev')).toBe('Europe/Kiev');
  expect(matchedAlias('Europe/Kyiv', 'kyiv')).toBeNull();
  expect(matchedAlias('Europe/Berlin', 'pst')).toBeNull();
});
