import { csvLines, csvOf } from '#src/shared/csv/csv.ts';
import type { Column } from './column.ts';

/** How many rows are written before the page may answer somebody: some milliseconds. */
const sliceRows = 2_000;

/**
 * The rows as a file: every column that has a text, hidden or not, in the order of the table. A long table is written in
 * slices, between which the page answers.
 */
export async function tableCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): Promise<Blob> {
  const written = columns.flatMap(({ title, text }) => (text ? [{ title, text }] : []));
  const titles = written.map(({ title }) => title);
  const parts = [csvOf(titles, [])];
  for (let from = 0; from < rows.length; from += sliceRows) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve));
    parts.push(csvLines(rows.slice(from, from + sliceRows).map((row) => written.map(({ text }) => text(row)))));
  }
  return new Blob(parts, { type: 'text/csv;charset=utf-8' });
}
