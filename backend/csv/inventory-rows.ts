import { nameSchema } from '#contract/names.ts';
import type { InventoryReading } from '#contract/inventory-reading.ts';
import type { DeviceStatus } from '#domain/fleet/fleet.ts';
import {
  headingWords,
  inventoryFields,
  type ColumnMapping,
  type InventoryField,
} from '#domain/inventory/inventory-fields.ts';
import { nameKey } from '../records/names.ts';
import { cellText, quoted } from './csv-text.ts';
import { cellReader, unknownZone, wrongText, type CellReader, type GroupWish } from './inventory-cells.ts';
import type { CsvRow, Fields, LineError } from './read-csv.ts';

/** How fields are called. */
export const inventoryLabels: Readonly<Record<InventoryField, string>> = {
  name: 'Name',
  group: 'Group path',
  timeZone: 'Time zone',
  country: 'Country',
  status: 'Status',
  operatingSystem: 'Operating system',
  address: 'Address',
};

/** The columns of an inventory by whose headings the form of a file is found. */
export const inventoryColumns: Fields<InventoryField> = {
  name: { label: inventoryLabels.name, words: headingWords.name },
  group: { label: inventoryLabels.group, words: headingWords.group },
  timeZone: { label: inventoryLabels.timeZone, words: headingWords.timeZone },
  country: { label: inventoryLabels.country, words: headingWords.country },
  status: { label: inventoryLabels.status, words: headingWords.status },
  operatingSystem: { label: inventoryLabels.operatingSystem, words: headingWords.operatingSystem },
  address: { label: inventoryLabels.address, words: headingWords.address },
};

/** One device as a line says it. What is null was left empty: a device that is there keeps it. */
export interface InventoryRow {
  readonly line: number;
  readonly name: string;
  /** See `nameKey`. */
  readonly key: string;
  readonly group: GroupWish;
  readonly timeZone: string | null;
  readonly status: DeviceStatus | null;
  readonly operatingSystem: string | null;
  readonly address: string | null;
}

/** Values that say nothing to the console, and so count as empty: in how many rows, and the first of them. */
export type IgnoredValues = ReadonlyMap<InventoryField, { readonly rows: number; readonly first: readonly string[] }>;

export interface ReadRows {
  readonly rows: readonly InventoryRow[];
  readonly errors: readonly LineError[];
  readonly ignored: IgnoredValues;
  /** Whether any row names its group by a path: then a name alone is one too. */
  readonly holdsPaths: boolean;
}

/** Rows are looked at so many at a time; in between other requests are answered. */
const slice = 2_500;

/**
 * What the rows of a file say, each by itself and without the world: a row with any error is left out.
 * @param atMs now, epoch milliseconds UTC
 * @param step says how far it is; what it throws ends the work
 */
export async function readRows(
  file: { readonly rows: readonly CsvRow[] },
  mapping: ColumnMapping,
  { reading, atMs }: { readonly reading: InventoryReading; readonly atMs: number },
  step: (done: number, total: number) => Promise<void>,
): Promise<ReadRows> {
  const rows: InventoryRow[] = [];
  const errors: LineError[] = [];
  const ignored = new Map<InventoryField, { rows: number; first: string[] }>();
  const seen = new Map<string, number>();
  const noting = {
    refuse: (line: number, field: InventoryField, message: string) => errors.push({ line, field, message }),
    ignore: (field: InventoryField, text: string) => {
      noteIgnored(ignored, field, text);
    },
  };
  const reader = rowReader(mapping, cellReader(reading, atMs), noting);
  let holdsPaths = false;
  for (const [i, row] of file.rows.entries()) {
    if (i % slice === 0) await step(i, file.rows.length);
    const wrong = errors.length;
    const read = reader(row);
    holdsPaths ||= read.group.kind === 'path' && read.group.written;
    if (errors.length > wrong) continue;
    const before = seen.get(read.key);
    if (before === undefined) {
      seen.set(read.key, row.line);
      rows.push(read);
    } else {
      noting.refuse(
        row.line,
        'name',
        `${quoted(read.name)} is in line ${String(before)} already. A device has one line.`,
      );
    }
  }
  await step(file.rows.length, file.rows.length);
  return { rows, errors, ignored, holdsPaths };
}

/** Adds one row to those whose value says nothing. */
export function noteIgnored(
  ignored: Map<InventoryField, { rows: number; first: string[] }>,
  field: InventoryField,
  text: string,
): void {
  const known = ignored.get(field) ?? { rows: 0, first: [] };
  known.rows += 1;
  if (known.first.length < 5 && !known.first.includes(text)) known.first.push(text);
  ignored.set(field, known);
}

interface Noting {
  readonly refuse: (line: number, field: InventoryField, message: string) => void;
  readonly ignore: (field: InventoryField, text: string) => void;
}

function rowReader(mapping: ColumnMapping, read: CellReader, { refuse, ignore }: Noting) {
  const cells = Object.fromEntries(inventoryFields.map((field) => [field, cellOf(mapping[field] ?? [])])) as Record<
    InventoryField,
    (row: CsvRow) => string
  >;
  const text = (row: CsvRow, field: 'operatingSystem' | 'address') => {
    const expectedText = cells[field](row);
    const wrong = expectedText === '' ? null : wrongText(expectedText);
    if (wrong !== null) refuse(row.line, field, wrong);
    return expectedText === '' ? null : expectedText;
  };
  return (row: CsvRow): InventoryRow => {
    const name = cells.name(row);
    const named = nameSchema.safeParse(name);
    if (!named.success) refuse(row.line, 'name', named.error.issues[0]?.message ?? 'This is no name.');

    const groupText = cells.group(row);
    const group: GroupWish = groupText === '' ? { kind: 'none' } : read.group(groupText);
    if (group.kind === 'error') refuse(row.line, 'group', group.message);

    const statusText = cells.status(row);
    const status = statusText === '' ? null : read.status(statusText);
    if (statusText !== '' && status === null) ignore('status', statusText);

    const zone = zoneIn(row);
    return {
      line: row.line,
      name,
      key: nameKey(name),
      group,
      timeZone: zone,
      status,
      operatingSystem: text(row, 'operatingSystem'),
      address: text(row, 'address'),
    };
  };

  function zoneIn(row: CsvRow): string | null {
    const expectedText = cells.timeZone(row);
    if (expectedText === '') return null;
    const zone = read.zone(expectedText, cells.country(row));
    if (zone === 'ignored') {
      ignore('timeZone', expectedText);
      return null;
    }
    if (zone.kind === 'known') return zone.zone;
    refuse(row.line, 'timeZone', unknownZone(expectedText, zone.suggestions));
    return null;
  }
}

/** What a row says in some columns, joined with a blank. */
export function cellOf(places: readonly number[]): (row: CsvRow) => string {
  const [only] = places;
  if (only === undefined) return () => '';
  if (places.length === 1) return ({ cells }) => cellText(cells[only] ?? '');
  return ({ cells }) =>
    places
      .map((place) => cellText(cells[place] ?? ''))
      .filter((text) => text !== '')
      .join(' ');
}
