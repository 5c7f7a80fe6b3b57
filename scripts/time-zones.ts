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

const tables = [
  {
    path: 'src/domain/schedule/zone-names.ts',
    about: 'The IANA time zones by their current names, each with its other names: `current=other,other`.',
    name: 'zoneNames',
    table: zoneNamesTable,
  },
];

if (process.argv[1]?.endsWith('time-zones.ts')) {
  for (const { path, about, name, table } of tables) {
    const head = `// Written by \`npm run time-zones\` from the Unicode CLDR (Unicode-3.0 licence). Do not edit.\n`;
    writeFileSync(path, `${head}\n/** ${about} */\nexport const ${name} = \`\n${table()}\n\`;\n`);
    console.log(`Wrote ${path}`);
  }
}
