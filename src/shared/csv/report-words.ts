import type { FieldError } from '#contract/problem.ts';
import type { CsvReport } from '#contract/csv.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** Labels of fields, by their names in the contract. */
export type FieldLabels = Readonly<Record<string, string>>;

/** `Line 17, Time zone: Unknown time zone` of an error at `/lines/17/timeZone`. */
export function errorWords({ path, message }: FieldError, labels: FieldLabels): string {
  const [, , line, field] = path.split('/');
  if (line === undefined) return message;
  return `Line ${line}${field === undefined ? '' : `, ${labels[field] ?? field}`}: ${message}`;
}

/** The recognised columns, with the heading in the file if it differs from the label. */
export function columnsWords({ columns }: Pick<CsvReport, 'columns'>, labels: FieldLabels): string {
  const known = columns.map(({ heading, field }) => {
    const label = labels[field] ?? field;
    return heading.toLowerCase() === label.toLowerCase() ? label : `${label} (“${heading}”)`;
  });
  return `Columns: ${known.join(', ')}.`;
}

/** The ignored columns; empty if there are none. */
export function ignoredWords({ ignored, ignoredTotal }: Pick<CsvReport, 'ignored' | 'ignoredTotal'>): string {
  if (ignoredTotal === 0) return '';
  const more = ignoredTotal - ignored.length;
  return `Ignored: ${ignored.map((heading) => `“${heading}”`).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.`;
}

/** How many rows are skipped; empty if all are valid. */
export function invalidWords({ invalid }: Pick<CsvReport, 'invalid'>): string {
  if (invalid === 0) return '';
  return `${formatCount(invalid, ['line has', 'lines have'])} errors and ${invalid === 1 ? 'is' : 'are'} left out.`;
}
