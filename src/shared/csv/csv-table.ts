import { csvLines, type Separator } from '#contract/csv-text.ts';
import { zonedInstant } from '#domain/schedule/zoned-instant.ts';
import { byteOrderMark } from './to-csv.ts';

export interface CsvColumn<Row> {
  readonly heading: string;
  readonly text: (row: Row) => string;
}

export interface CsvTable<Row> {
  readonly columns: readonly CsvColumn<Row>[];
  readonly rows: readonly Row[];
}

/** An instant as exported (`zonedInstant`); empty for null. @param instant ISO 8601 in UTC */
export const instantText = (zone: string, instant: string | null): string =>
  instant === null ? '' : zonedInstant(zone, Date.parse(instant));

/** A column of instants in one zone: its heading names the zone, its values the offset. */
export const instantColumn = <Row>(
  title: string,
  zone: string,
  instantOf: (row: Row) => string | null,
): CsvColumn<Row> => ({ heading: `${title} (${zone})`, text: (row) => instantText(zone, instantOf(row)) });

/** The longest blocking work, in milliseconds, before the page may handle input. */
const sliceMs = 20;
const sliceRows = 100;

/** The table as a file, written in slices so that the page stays responsive. */
export async function csvFile<Row>({ columns, rows }: CsvTable<Row>, separator: Separator): Promise<Blob> {
  const parts = [byteOrderMark, csvLines([columns.map(({ heading }) => heading)], separator)];
  let since = performance.now();
  for (let from = 0; from < rows.length; from += sliceRows) {
    if (performance.now() - since > sliceMs) {
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
    }
    const cells = rows.slice(from, from + sliceRows).map((row) => columns.map(({ text }) => text(row)));
    parts.push(csvLines(cells, separator));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
