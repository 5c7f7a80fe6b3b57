import { csvOf } from '#src/shared/csv/csv.ts';
import type { Column } from './column.ts';

/** The rows as a file: every column that has a text, hidden or not, in the order of the table. */
export function tableCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const written = columns.flatMap(({ title, text }) => (text ? [{ title, text }] : []));
  return csvOf(
    written.map(({ title }) => title),
    rows.map((row) => written.map(({ text }) => text(row))),
  );
}
