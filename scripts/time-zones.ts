import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

// Writes the tables of time zones in src/domain/schedule from the Unicode CLDR, the source that the browsers use too.
const fromPackage = (path: string): unknown =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8'));

const bcp47 = z.object({
  keyword: z.object({
    u: z.object({ tz: z.record(z.string(), z.union([z.string(), z.record(z.string(), z.unknown())])) }),
  }),
});
const entrySchema = z.object({ _alias: z.string(), _iana: z.string().optional() });

/** A zone of the CLDR: its current IANA name, its other names, and the code that begins with its territory. */
interface CldrZone {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

function readZones(): CldrZone[] {
  const { tz } = bcp47.parse(fromPackage('cldr-bcp47/bcp47/timezone.json')).keyword.u;
  const zones = Object.entries(tz).flatMap(([code, value]) => {
    const entry = entrySchema.safeParse(value);
    // `unk` is what a program says that does not know its zone.
    if (!entry.success || code === 'unk') return [];
    const names = entry.data._alias.split(' ');
    const name = entry.data._iana ?? names[0] ?? '';
    return [{ code, name, aliases: names.filter((alias) => alias !== name) }];
  });
  return withoutGmt(zones);
}

/** ECMA-402 makes UTC of GMT and of Etc/UTC: three names of one time would be three zones in every list. */
function withoutGmt(zones: CldrZone[]): CldrZone[] {
  const both = zones.filter(({ code }) => code === 'utc' || code === 'gmt');
  const aliases = both.flatMap(({ name, aliases }) => [name, ...aliases]).filter((name) => name !== 'UTC');
  return [...zones.filter((zone) => !both.includes(zone)), { code: 'utc', name: 'UTC', aliases }];
}

/** Words of a table, as many a line as fit. */
function wrapped(words: readonly string[]): string {
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + word.length > 118) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

/** The names of all zones: `current=other,other`. */
export function zoneNamesTable(): string {
  const words = readZones().map(({ name, aliases }) =>
    aliases.length === 0 ? name : `${name}=${aliases.toSorted().join(',')}`,
  );
  return wrapped(words.sort());
}

const mapZones = z.array(
  z.object({ mapZone: z.object({ _other: z.string(), _type: z.string(), _territory: z.string() }) }),
);
const windowsSchema = z.object({ supplemental: z.object({ windowsZones: z.object({ mapTimezones: mapZones }) }) });

/** The zones of each Windows name: of each territory the first one, `001` for the world, by their current names. */
function readWindowsZones(): Map<string, Map<string, string>> {
  const { mapTimezones } = windowsSchema.parse(fromPackage('cldr-core/supplemental/windowsZones.json')).supplemental
    .windowsZones;
  const current = new Map(readZones().flatMap(({ name, aliases }) => [name, ...aliases].map((each) => [each, name])));
  const windows = new Map<string, Map<string, string>>();
  for (const { mapZone } of mapTimezones) {
    const [zone = ''] = mapZone._type.split(' ');
    const territories = windows.get(mapZone._other) ?? new Map<string, string>();
    territories.set(mapZone._territory, current.get(zone) ?? zone);
    windows.set(mapZone._other, territories);
  }
  return windows;
}

/** The Windows names: `name|zone of the world|territory zone|…`, without the territories that have the zone of the world. */
export function windowsZonesTable(): string {
  const lines = [...readWindowsZones()].map(([name, territories]) => {
    const world = territories.get('001') ?? '';
    const others = [...territories].filter(([territory, zone]) => territory !== '001' && zone !== world);
    return [name, world, ...others.map((pair) => pair.join(' '))].join('|');
  });
  return lines.sort().join('\n');
}

const territorySchema = z.object({
  supplemental: z.object({ territoryInfo: z.record(z.string(), z.object({ _population: z.string() })) }),
});
const metaZonesSchema = z.object({ supplemental: z.object({ metaZones: z.object({ metazones: mapZones }) }) });
const primarySchema = z.object({
  supplemental: z.object({ primaryZones: z.record(z.string(), z.string()) }),
});

/** Codes of the CLDR that do not begin with their territory. */
const territoryOfCode: Readonly<Record<string, string>> = { ancur: 'CW', jeruslm: 'IL', hebron: 'PS', gazastrp: 'PS' };

/**
 * The zones of each territory, the most populous territory first: `territory zone zone`. Within one come first its primary
 * zone, then those that the CLDR has stand for a time such as Eastern Time: in the whole world, in this territory. Among
 * them come first those that stand for a Windows name.
 */
export function zonesByTerritoryTable(): string {
  const info = territorySchema.parse(fromPackage('cldr-core/supplemental/territoryInfo.json')).supplemental;
  const primary = primarySchema.parse(fromPackage('cldr-core/supplemental/primaryZones.json')).supplemental;
  const { metazones } = metaZonesSchema.parse(fromPackage('cldr-core/supplemental/metaZones.json')).supplemental
    .metaZones;
  const standing = (ofTheWorld: boolean) =>
    new Set(
      metazones.flatMap(({ mapZone }) =>
        (mapZone._territory === '001') === ofTheWorld ? mapZone._type.split(' ') : [],
      ),
    );
  const [inTheWorld, inATerritory] = [standing(true), standing(false)];
  const windowsNamesStandFor = new Set([...readWindowsZones().values()].map((territories) => territories.get('001')));
  const zones = new Map<string, CldrZone[]>();
  for (const zone of readZones()) {
    const territory = territoryOfCode[zone.code] ?? zone.code.slice(0, 2).toUpperCase();
    if (!zone.code.startsWith('utc')) zones.set(territory, [...(zones.get(territory) ?? []), zone]);
  }
  const rank = (territory: string, { name, aliases }: CldrZone) => {
    const names = [name, ...aliases];
    if (names.includes(primary.primaryZones[territory] ?? '')) return 0;
    const windows = windowsNamesStandFor.has(name) ? 0 : 1;
    if (names.some((each) => inTheWorld.has(each))) return 1 + windows;
    return (names.some((each) => inATerritory.has(each)) ? 3 : 5) + windows;
  };
  const populationOf = (territory: string) => Number(info.territoryInfo[territory]?._population ?? 0);
  return [...zones]
    .toSorted(([a], [b]) => populationOf(b) - populationOf(a) || (a < b ? -1 : 1))
    .map(([territory, own]) => {
      const sorted = own.toSorted((a, b) => rank(territory, a) - rank(territory, b) || (a.name < b.name ? -1 : 1));
      return [territory, ...sorted.map(({ name }) => name)].join(' ');
    })
    .join('\n');
}

const tables = [
  {
    path: 'src/domain/schedule/zone-names.ts',
    about: 'The IANA time zones by their current names, each with its other names: `current=other,other`.',
    name: 'zoneNames',
    table: zoneNamesTable,
  },
  {
    path: 'src/domain/schedule/windows-zones.ts',
    about:
      'What Windows calls its time zones: `name|zone|territory zone|…`, the first zone where no other is said for a territory.',
    name: 'windowsZones',
    table: windowsZonesTable,
  },
  {
    path: 'src/domain/schedule/zones-by-territory.ts',
    about: 'Territories, the most populous first, each with its zones, the most used first: `territory zone zone`.',
    name: 'zonesByTerritory',
    table: zonesByTerritoryTable,
  },
];

if (process.argv[1]?.endsWith('time-zones.ts')) {
  for (const { path, about, name, table } of tables) {
    const head = `// Written by \`npm run time-zones\` from the Unicode CLDR (Unicode-3.0 licence). Do not edit.\n`;
    writeFileSync(path, `${head}\n/** ${about} */\nexport const ${name} = \`\n${table()}\n\`;\n`);
    console.log(`Wrote ${path}`);
  }
}
