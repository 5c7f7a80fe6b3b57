import type { Answer } from '#contract/operations.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import type { ColumnMapping } from '#domain/inventory/inventory-fields.ts';
import type { FoundGroup } from './find-group.ts';
import type { CellReader, GroupWish } from './inventory-cells.ts';
import { cellOf } from './inventory-rows.ts';
import type { CsvRow } from './read-csv.ts';

type ValueTable = Answer<'readInventory'>['statuses'];
type ValueRow = ValueTable['values'][number];

/** As many values as a person looks through; more of them are told by their number only. */
const mostValues = 200;
/** Beyond so many a column holds no values to choose for: names, or notes. */
const mostDistinct = 5_000;

/** The different values of some columns, with what stands beside them in another one, and in how many rows. */
export function countValues(
  rows: readonly CsvRow[],
  places: readonly number[],
  beside: readonly number[] = [],
): Map<string, { rows: number; beside: Set<string> }> {
  const counts = new Map<string, { rows: number; beside: Set<string> }>();
  if (places.length === 0) return counts;
  const [text, other] = [cellOf(places), cellOf(beside)];
  for (const row of rows) {
    const value = text(row);
    if (value === '') continue;
    const known = counts.get(value);
    if (known) {
      known.rows += 1;
      if (known.beside.size < 50) known.beside.add(other(row));
    } else if (counts.size < mostDistinct) counts.set(value, { rows: 1, beside: new Set([other(row)]) });
  }
  return counts;
}

/** What each value of the three columns whose values mean one of several things is taken for. */
export function valueTables(
  rows: readonly CsvRow[],
  mapping: ColumnMapping,
  read: CellReader,
  groups: { readonly find: (wish: GroupWish) => FoundGroup; readonly pathOf: (id: GroupId) => string },
): { statuses: ValueTable; timeZones: ValueTable; groups: ValueTable } {
  const statuses = countValues(rows, mapping.status ?? []);
  const zones = countValues(rows, mapping.timeZone ?? [], mapping.country);
  const paths = countValues(rows, mapping.group ?? []);
  return {
    statuses: tableOf(statuses, (text) => {
      const status = read.status(text);
      return { taken: status === null ? [] : [deviceStatusLabels[status]], suggestions: [] };
    }),
    timeZones: tableOf(zones, (text, { beside }) => {
      const taken = new Set<string>();
      const suggestions = new Set<string>();
      for (const country of beside) {
        const zone = read.zone(text, country);
        if (zone === 'ignored') continue;
        if (zone.kind === 'known') taken.add(zone.zone);
        else for (const each of zone.suggestions) suggestions.add(each);
      }
      return { taken: suggestions.size > 0 ? [] : [...taken], suggestions: [...suggestions].slice(0, 20) };
    }),
    groups: tableOf(paths, (text) => {
      const found = groups.find(read.group(text));
      switch (found.kind) {
        case 'found':
          return { taken: [groups.pathOf(found.groupId)], suggestions: [] };
        case 'unknown':
          return { taken: [], suggestions: found.candidates.map(groups.pathOf) };
        case 'none':
        case 'error':
          return { taken: [], suggestions: [] };
        default:
          return found satisfies never;
      }
    }),
  };
}

function tableOf(
  counts: ReadonlyMap<string, { readonly rows: number; readonly beside: ReadonlySet<string> }>,
  takenFor: (text: string, count: { readonly beside: ReadonlySet<string> }) => Pick<ValueRow, 'taken' | 'suggestions'>,
): ValueTable {
  const values = [...counts].map(([text, count]): ValueRow => ({ text, rows: count.rows, ...takenFor(text, count) }));
  const isUnknown = ({ taken }: ValueRow) => taken.length === 0;
  values.sort((a, b) => Number(isUnknown(b)) - Number(isUnknown(a)) || b.rows - a.rows);
  return {
    total: values.length,
    unknown: values.filter(isUnknown).length,
    values: values.slice(0, mostValues).map((value) => ({ ...value, text: value.text.slice(0, 255) })),
  };
}
