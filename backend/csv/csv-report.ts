import type { CsvReport } from '#contract/csv.ts';
import type { FieldError } from '#contract/problem.ts';
import { Problem } from '../problem.ts';
import { cellText } from './csv-text.ts';
import type { CsvFile, LineError } from './read-csv.ts';

/** Of many errors, columns and rows, only so many are told, with the number of all. */
const [mostErrors, mostIgnored, mostRows] = [100, 20, 6];

/** What was read of a file, for a person to look at before anything is imported. @param valid how many rows can be */
export function reportOf<F extends string>(
  file: Pick<CsvFile<F>, 'columns' | 'ignored' | 'rows'>,
  errors: readonly LineError[],
  valid: number,
): CsvReport {
  return {
    columns: file.columns.map(({ heading, field }) => ({ heading, field })),
    ignored: file.ignored.slice(0, mostIgnored),
    ignoredTotal: file.ignored.length,
    rows: file.rows.slice(0, mostRows).map(({ line, cells }) => ({
      line,
      cells: file.columns.map(({ place }) => cellText(cells[place] ?? '').slice(0, 200)),
    })),
    valid,
    invalid: new Set(errors.map(({ line }) => line)).size,
    errors: fieldErrors(errors),
    errorTotal: errors.length,
  };
}

/** @throws Problem `invalid-input` with the errors by line, where not one row can be imported */
export function refuseWithoutRows(valid: number, errors: readonly LineError[]): void {
  if (valid > 0) return;
  if (errors.length === 0)
    throw new Problem('invalid-input', 'The file has headings, but no rows. Nothing was changed.');
  const [first] = fieldErrors(errors);
  throw new Problem(
    'invalid-input',
    `No row of the file can be imported. Line ${lineOf(first)}: ${first?.message ?? ''}${more(errors.length - 1)}`,
    fieldErrors(errors),
  );
}

const more = (count: number) => (count > 0 ? ` (and ${count.toLocaleString('en')} more)` : '');

const lineOf = (error: FieldError | undefined) => error?.path.split('/')[2] ?? '';

export function fieldErrors(errors: readonly LineError[]): FieldError[] {
  return errors
    .toSorted((a, b) => a.line - b.line)
    .slice(0, mostErrors)
    .map(({ line, field, message }) => ({
      path: `/lines/${String(line)}${field === null ? '' : `/${field}`}`,
      message,
    }));
}
