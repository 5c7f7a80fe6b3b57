import { expect, test } from 'vitest';
import { suggestZones } from './suggest-zones.ts';
import { isTimeZone, readTimeZone } from './time-zone.ts';
import { windowsDisplayNames } from './windows-display-names.ts';
import { windowsZones } from './windows-zones.ts';
import { zoneOfWindowsName } from './windows-zone.ts';
import { zoneAbbreviations } from './zone-abbreviations.ts';
import { zonesByTerritory } from './zones-by-territory.ts';

const winter = Date.parse('2026-11-24T18:00:00Z');
const summer = Date.parse('2026-07-01T12:00:00Z');
const suggested = (text: string, territory?: string) => suggestZones(text, { territory, atMs: winter });

test.each([
  ['PST', 'America/Los_Angeles'],
  ['pdt', 'America/Los_Angeles'],
  ['BST', 'Europe/London'],
  ['IST', 'Asia/Kolkata'],
  ['CST', 'America/Chicago'],
  ['CEST', 'Europe/Berlin'],
  ['MESZ', 'Europe/Berlin'],
  ['JST', 'Asia/Tokyo'],
  ['AEST', 'Australia/Sydney'],
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['w. europe daylight time', 'Europe/Berlin'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['India Standard Time', 'Asia/Kolkata'],
  ['FLE Standard Time', 'Europe/Kyiv'],
  ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
  ['(GMT+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Berlin'],
  ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
  ['Eastern Time (US & Canada)', 'America/New_York'],
  ['(UTC) Coordinated Universal Time', 'UTC'],
  ['(UTC) Co-ordinated Universal Time', 'UTC'],
  ['(UTC+13:00) Nuku’alofa', 'Pacific/Tongatapu'],
  ['Berlin', 'Europe/Berlin'],
  ['berlin, germany', 'Europe/Berlin'],
  ['Europe/Berln', 'Europe/Berlin'],
  ['Europe-Berlin', 'Europe/Berlin'],
  ['Deutschland/Berlin', 'Europe/Berlin'],
  ['  Europe/Berlin ', 'Europe/Berlin'],
  ['Europe / Berlin', 'Europe/Berlin'],
  ['America/New York', 'America/New_York'],
  ['new york', 'America/New_York'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['kiev', 'Europe/Kyiv'],
  ['calcutta', 'Asia/Kolkata'],
  ['Mumbai', 'Asia/Kolkata'],
  ['Beijing', 'Asia/Shanghai'],
])('%s may be %s', (text, zone) => {
  expect(suggested(text)[0]).toBe(zone);
});

test('an abbreviation that several use gives each, those of the territory first', () => {
  expect(suggested('IST')).toEqual(['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']);
  expect(suggested('IST', 'ie')).toEqual(['Europe/Dublin', 'Asia/Kolkata', 'Asia/Jerusalem']);
  expect(suggested('CST', 'CN')[0]).toBe('Asia/Shanghai');
});

test('an offset gives the zones that have it at the instant, those of the most populous territories first', () => {
  expect(suggested('UTC+03:00').slice(0, 2)).toEqual(['Europe/Moscow', 'Africa/Addis_Ababa']);
  for (const text of ['+03:00', '+0300', '+3', 'GMT+3', 'UTC +3', '(UTC+03:00) Somewhere'])
    expect(suggested(text), text).toEqual(suggested('UTC+03:00'));
  expect(suggested('-08:00')[0]).toBe('America/Los_Angeles');
  expect(suggested('−05:00')[0]).toBe('America/New_York');
  expect(suggested('-04:00', 'CA')[0]).toBe('America/Halifax');
  expect(suggested('+05:30')[0]).toBe('Asia/Kolkata');
  expect(suggested('+00:00')[0]).toBe('UTC');
  expect(suggested('+01:00', 'DE')[0]).toBe('Europe/Berlin');
  expect(suggested('+01:00')).toContain('Europe/Berlin');
  expect(suggestZones('+01:00', { atMs: summer })).not.toContain('Europe/Berlin');
  expect(suggested('+23:17')).toEqual([]);
});

test.each([
  '',
  '  ',
  'x',
  'nowhere at all',
  'server',
  '12',
  '2026-11-24T18:00:00Z',
  '🙂',
  '\u0000',
  'x'.repeat(10_000),
])('nothing comes near %j', (text) => {
  expect(suggested(text)).toEqual([]);
});

test('a Windows name is mapped by its territory, else as in the whole world', () => {
  expect(zoneOfWindowsName('W. Europe Standard Time', 'AT')).toBe('Europe/Vienna');
  expect(zoneOfWindowsName('W. Europe Standard Time', 'jp')).toBe('Europe/Berlin');
  expect(zoneOfWindowsName('Eastern Standard Time', 'CA')).toBe('America/Toronto');
  expect(zoneOfWindowsName('(UTC+02:00) Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius', 'FI')).toBe('Europe/Helsinki');
  expect(zoneOfWindowsName('Europe/Berlin')).toBeNull();
  expect(zoneOfWindowsName('')).toBeNull();
});

test('every name in the tables leads to a zone that can be planned with', () => {
  for (const line of windowsZones.trim().split('\n')) {
    const [name = '', world, ...others] = line.split('|');
    expect(isTimeZone(zoneOfWindowsName(name) ?? ''), name).toBe(true);
    for (const zone of [world, ...others.map((pair) => pair.split(' ')[1])])
      expect(readTimeZone(zone ?? ''), line).toEqual({ kind: 'known', zone });
  }
  for (const line of windowsDisplayNames.trim().split('\n'))
    expect(zoneOfWindowsName(line.split('=')[0] ?? ''), line).not.toBeNull();
  for (const zones of zoneAbbreviations
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split('=')[1] ?? ''))
    for (const zone of zones.split(',')) expect(readTimeZone(zone), zone).toEqual({ kind: 'known', zone });
  for (const zone of zonesByTerritory
    .trim()
    .split('\n')
    .flatMap((line) => line.split(' ').slice(1)))
    expect(readTimeZone(zone), zone).toEqual({ kind: 'known', zone });
});

// What Intl takes and Temporal refuses is what got into fleets before: each has a suggestion.
test.each([
  ...['ACT', 'AET', 'AGT', 'ART', 'AST', 'BET', 'BST', 'CAT', 'CNT', 'CST', 'CTT', 'EAT', 'ECT', 'IET', 'IST', 'JST'],
  ...['MIT', 'NET', 'NST', 'PLT', 'PNT', 'PRT', 'PST', 'SST', 'VST'],
])('the id %s of the first Java versions is no zone, and has a suggestion', (id) => {
  expect(isTimeZone(id)).toBe(false);
  expect(suggested(id)[0]).toBeDefined();
});
