import { expect, test } from 'vitest';
import { zoneNames } from '#domain/schedule/zone-names.ts';
import { zoneNamesTable } from './scripts/time-zones.ts';

// Where this fails after an update of the CLDR: `npm run time-zones`.
test('the names of the zones are those of the CLDR', () => {
  expect(zoneNames.trim()).toBe(zoneNamesTable());
});
