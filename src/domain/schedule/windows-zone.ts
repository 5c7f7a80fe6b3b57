import { readTimeZone } from './time-zone.ts';
import { windowsDisplayNames } from './windows-display-names.ts';
import { windowsZones } from './windows-zones.ts';

interface WindowsZone {
  readonly world: string;
  /** By the code of the territory. */
  readonly territories: ReadonlyMap<string, string>;
}

let tables: { readonly zones: ReadonlyMap<string, WindowsZone>; readonly shown: ReadonlyMap<string, string> } | null =
  null;

/**
 * The IANA zone of what Windows calls a time zone, under its current name: `W. Europe Standard Time` is `Europe/Berlin`, in
 * the territory AT `Europe/Vienna`. Also how Windows in English shows it, `(UTC+01:00) Amsterdam, Berlin, …`, and its
 * summer time, `W. Europe Daylight Time`. Case and spaces do not matter.
 * @param territory ISO 3166-1 alpha-2; without it, or where the name does not cover it, the zone is that of the whole world
 * @returns null where Windows has no such name. Source: CLDR, windowsZones.
 */
export function zoneOfWindowsName(name: string, territory?: string): string | null {
  tables ??= { zones: readZones(), shown: readShown() };
  const key = keyOf(name);
  const found = tables.zones.get(key) ?? tables.zones.get(tables.shown.get(withoutOffset(key)) ?? '');
  if (!found) return null;
  const read = readTimeZone(found.territories.get(territory?.trim().toUpperCase() ?? '') ?? found.world);
  return read.kind === 'known' ? read.zone : null;
}

// Windows in British English spells `Co-ordinated`.
const keyOf = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('’', "'")
    .replace('co-ordinated', 'coordinated')
    .replace(/ (daylight|summer) time\b/, ' standard time');

/** `(UTC+01:00) Amsterdam, …` without the offset, `(GMT+01:00)` and `UTC+01:00` likewise. */
const withoutOffset = (key: string) => key.replace(/^\(?(utc|gmt)([+\-−]\d{1,2}:\d{2})?\)? (?=\S)/, '');

function readZones(): Map<string, WindowsZone> {
  return new Map(
    linesOf(windowsZones).map((line) => {
      const [name = '', world = '', ...others] = line.split('|');
      const territories = new Map(
        others.map((pair) => pair.split(' ')).map(([territory = '', zone = '']) => [territory, zone]),
      );
      return [keyOf(name), { world, territories }];
    }),
  );
}

const readShown = () =>
  new Map(
    linesOf(windowsDisplayNames)
      .map((line) => line.split('='))
      .map(([shown = '', name = '']) => [keyOf(shown), keyOf(name)]),
  );

const linesOf = (table: string) => table.trim().split('\n');
