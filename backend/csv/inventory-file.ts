import type { InventoryReading } from '#contract/inventory-reading.ts';
import { guessColumns } from '#domain/inventory/guess-columns.ts';
import type { ColumnMapping, InventoryField } from '#domain/inventory/inventory-fields.ts';
import type { Job } from '../ports/jobs.ts';
import { cellText } from './csv-text.ts';
import { inventoryColumns } from './inventory-rows.ts';
import { readCsvInSteps, type CsvFile } from './read-csv.ts';

/** A file of devices that was split into rows, with what its columns are for. */
export interface InventoryFile extends CsvFile<InventoryField> {
  readonly mapping: ColumnMapping;
  /** The program whose list it is, where its columns were guessed. */
  readonly preset: string | null;
  /** Every column up to the last one with a heading. */
  readonly allColumns: readonly { readonly heading: string; readonly values: readonly string[] }[];
}

/** A guess looks at the values of so many rows, and altogether at no more than so many values. */
const [mostSampledRows, mostSampledValues] = [500, 50_000];

/**
 * Splits a file into rows and finds what its columns are for: as the reading says, or else by headings and values.
 * @throws Problem `invalid-input` for what is no such file; `cancelled`
 */
export async function readInventoryFile(text: string, reading: InventoryReading, job: Job): Promise<InventoryFile> {
  const { separator, headingLine } = reading;
  const steps = readCsvInSteps(text, {
    fields: inventoryColumns,
    needed: [],
    ...(separator === undefined ? {} : { separator }),
    ...(headingLine === undefined ? {} : { headingLine }),
  });
  let step = steps.next();
  for (; !step.done; step = steps.next()) await job.step(0, 0);
  const file = step.value;
  const allColumns = sampled(file);
  const guessed = guessColumns(allColumns);
  const chosen = reading.columns as ColumnMapping | undefined;
  const mapping = chosen ?? guessed.columns;
  const taken = new Set(Object.values(mapping).flat());
  return {
    ...file,
    allColumns,
    mapping,
    preset: guessed.preset,
    columns: columnsTaken(mapping, allColumns),
    ignored: allColumns.flatMap(({ heading }, place) => (taken.has(place) || heading === '' ? [] : [heading])),
  };
}

/** Each column that is taken, for the first field that it makes. */
function columnsTaken(mapping: ColumnMapping, all: InventoryFile['allColumns']): InventoryFile['columns'] {
  const columns = Object.entries(mapping).flatMap(([field, places]) =>
    places.map((place) => ({ heading: all[place]?.heading ?? '', field: field as InventoryField, place })),
  );
  return columns.sort((a, b) => a.place - b.place);
}

function sampled({ headings, rows }: CsvFile<InventoryField>): InventoryFile['allColumns'] {
  const width = Math.max(1, headings.length);
  const first = rows.slice(0, Math.max(20, Math.min(mostSampledRows, Math.floor(mostSampledValues / width))));
  return Array.from({ length: width }, (_, place) => ({
    heading: headings[place] ?? '',
    values: first.map(({ cells }) => cellText(cells[place] ?? '')),
  }));
}
