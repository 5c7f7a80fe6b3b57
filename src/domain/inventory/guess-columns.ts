import {
  bareHeading,
  fieldOfHeading,
  inventoryFields,
  type ColumnMapping,
  type InventoryField,
} from './inventory-fields.ts';
import { presetOf } from './inventory-presets.ts';
import { guessStatus } from './status-values.ts';
import { looksLikeZone } from './zone-cells.ts';

/** Columns as far as a guess needs them: their headings, and some of the values in each. */
export interface SampledColumn {
  readonly heading: string;
  readonly values: readonly string[];
}

/** What a file's columns are most likely for, and the program whose list it is. */
export interface GuessedColumns {
  readonly columns: ColumnMapping;
  readonly preset: string | null;
}

/**
 * Guesses by headings, and where a heading says too little by the values below it: a column `state` with AB and CA is no
 * status. Of columns that name the same field the first one is taken.
 *
 * @example guessColumns([{ heading: 'Host', values: ['a'] }]).columns is { name: [0] }
 */
export function guessColumns(columns: readonly SampledColumn[]): GuessedColumns {
  const preset = presetOf(columns.map(({ heading }) => heading));
  const guessed: Partial<Record<InventoryField, readonly number[]>> = {};
  for (const field of inventoryFields) {
    const wanted = preset?.fields[field];
    const places = wanted
      ? placesOf(wanted, columns)
      : columns
          .flatMap((column, place) => (fieldOfHeading(column.heading) === field && fits(field, column) ? [place] : []))
          .slice(0, 1);
    if (places.length > 0) guessed[field] = places;
  }
  return { columns: guessed, preset: preset?.name ?? null };
}

/** The columns of the first alternative of which the file has any. */
function placesOf(wanted: readonly (string | readonly string[])[], columns: readonly SampledColumn[]): number[] {
  for (const alternative of wanted) {
    const headings = typeof alternative === 'string' ? [alternative] : alternative;
    const places = headings.flatMap((heading) => {
      const place = columns.findIndex((column) => bareHeading(column.heading) === bareHeading(heading));
      return place < 0 ? [] : [place];
    });
    if (places.length > 0) return places;
  }
  return [];
}

/** Headings that mean something else in many lists: the values have to agree. */
const ambiguous = new Set(['zone', 'fuseau']);

/** Whether at least half of the values are of this kind; with no value at all the heading decides. */
function fits(field: InventoryField, { heading, values }: SampledColumn): boolean {
  if (field !== 'status' && !(field === 'timeZone' && ambiguous.has(bareHeading(heading)))) return true;
  const distinct = [...new Set(values)].filter((value) => value !== '');
  const like = distinct.filter((value) => (field === 'status' ? guessStatus(value) !== null : looksLikeZone(value)));
  return like.length * 2 >= distinct.length;
}
