import { expect, test } from 'vitest';
import { windowsZones } from '#domain/schedule/windows-zones.ts';
import { zoneNames } from '#domain/schedule/zone-names.ts';
import { zonesByTerritory } from '#domain/schedule/zones-by-territory.ts';
import { windowsZonesTable, zoneNamesTable, zonesByTerritoryTable } from './scripts/time-zones.ts';

// Where one of these fails after an update of the CLDR: `npm run time-zones`.
test.each([
  ['names of the zones', zoneNames, zoneNamesTable],
  ['names that Windows gives them', windowsZones, windowsZonesTable],
  ['zones of each territory', zonesByTerritory, zonesByTerritoryTable],
])('the %s are those of the CLDR', (_, written, table) => {
  expect(written.trim()).toBe(table());
});
