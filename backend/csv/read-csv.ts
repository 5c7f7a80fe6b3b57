import { bareHeading } from '#domain/inventory/inventory-fields.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { Problem } from '../problem.ts';
import { cellText } from './csv-text.ts';
import { findLayout, type CsvLayout } from './csv-layout.ts';
import { splitRows, withOneLineEnd, type SplitRow } from './split-rows.ts';

/** An error that belongs to one line of a file, or to one field of it. Lines count from 1, as an editor counts them. */
export interface LineError {
  readonly line: number;
  /** Null where it is about the whole line. */
  readonly field: string | null;
  readonly message: string;
}

/** The fields that can be read: what each is called, and the words that mean it, bare of blanks, marks and accents. */
export type Fields<F extends string> = Readonly<
  Record<F, { readonly label: string; readonly words: readonly string[] }>
>;

/** A line that holds something. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvFile<F extends string> extends CsvLayout {
  /** Every heading, in the order of the file; empty for a column without one. */
  readonly headings: readonly string[];
  /** The first lines as they stand, with what is above the headings. */
  readonly lines: readonly CsvRow[];
  /** What was recognised, in the order of the file, with the place of its cells in a row. */
  readonly columns: readonly { readonly heading: string; readonly field: F; readonly place: number }[];
  /** Headings that say nothing to this console. */
  readonly ignored: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly errors: readonly LineError[];
  /** The rows that the errors are about, as far as they could be split. */
  readonly unreadable: readonly CsvRow[];
}

/** More lines than this are not read: twice as many as a server manages devices. */
export const maxLines = 200_000;

/** So much of the beginning shows the form of a file. */
const beginningLength = 128 * 1024;
const mostFirstLines = 12;

/** What is known of a file already, or chosen by somebody: the rest is found. */
export interface CsvChoice<F extends string> extends Partial<CsvLayout> {
  readonly fields: Fields<F>;
  /** Fields without which nothing can be read. */
  readonly needed: readonly NoInfer<F>[];
}

/**
 * Reads comma-, semicolon-, tab- or bar-separated values, with whatever real programs make of them: a byte order mark, any
 * line end, `sep=;` first, lines above the headings, blank lines and comments, separators at the end of a line, blanks
 * before quotes, quotes with line breaks inside.
 * @param needed fields without which nothing can be read
 * @throws Problem `invalid-input`, at `/csv`, for what is no such file
 */
export function readCsv<F extends string>(raw: string, fields: Fields<F>, needed: readonly NoInfer<F>[]): CsvFile<F> {
  const steps = readCsvInSteps(raw, { fields, needed });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of some ten milliseconds, for a large file: each tells how far it is, from 0 to 1. */
export function* readCsvInSteps<F extends string>(
  raw: string,
  { fields, needed, ...choice }: CsvChoice<F>,
): Generator<number, CsvFile<F>> {
  if (raw.includes('\0'))
    throw refused('This is not text. Export the list as CSV, text or .xlsx, and choose it again.');
  const text = withOneLineEnd(raw.startsWith('\uFEFF') ? raw.slice(1) : raw);
  yield 0;
  const expectedText = /^"?sep=(.)"?[;,\t|]*\n/i.exec(text.slice(0, 20));
  const firstLine = expectedText ? 2 : 1;
  const body = expectedText ? text.slice(expectedText[0].length) : text;
  const fieldOf = knownHeadings(fields);
  const separator = choice.separator ?? expectedText?.[1];
  const layout = findLayout(body.slice(0, beginningLength), fieldOf, {
    ...choice,
    firstLine,
    ...(separator === undefined ? {} : { separator }),
  });

  const above: CsvRow[] = [];
  let head: Head<F> | null = null;
  const rows: CsvRow[] = [];
  const errors: LineError[] = [];
  const unreadable: CsvRow[] = [];
  let done = 0;
  for (const piece of splitRows(body, layout.separator, firstLine)) {
    for (const row of piece) {
      const { line, cells, code } = row;
      if (above.length < mostFirstLines) above.push({ line, cells });
      if (isBlank(cells)) continue;
      if (!head) {
        if (line < layout.headingLine) continue;
        head = headIn(row, layout, fieldOf);
        refuseWithout(head, fields, needed);
        if (layout.headingLine > 0) continue;
      }
      if (isComment(cells, head.width)) continue;
      const problem = code === undefined ? wrongCount(cells, head.width) : quoteMessages(code);
      if (problem === null) rows.push({ line, cells });
      else {
        errors.push({ line, field: null, message: problem });
        unreadable.push({ line, cells });
      }
    }
    done += piece.length;
    if (done > maxLines + layout.headingLine + 1 || rows.length > maxLines) throw tooManyLines();
    yield Math.min(1, rows.length / maxLines);
  }
  if (!head) throw refused('The file is empty. It has no line of headings.');
  const { columns, ignored, headings } = head;
  return { ...layout, headings, lines: above, columns, ignored, rows, errors, unreadable };
}

/** What a row says in each of the columns that were recognised. */
export const cellsOf = <F extends string>({ columns }: Pick<CsvFile<F>, 'columns'>, { cells }: CsvRow) =>
  new Map(columns.map(({ field, place }) => [field, cellText(cells[place] ?? '')]));

interface Head<F extends string> extends Pick<CsvFile<F>, 'columns' | 'ignored' | 'headings'> {
  /** The columns up to the last one with a heading. */
  readonly width: number;
}

type Known<F extends string> = (heading: string) => F | undefined;

function knownHeadings<F extends string>(fields: Fields<F>): Known<F> {
  // A map, not an object: a heading may be called __proto__.
  const byWord = new Map<string, F>();
  for (const field in fields) for (const word of fields[field].words) byWord.set(word, field);
  return (heading) => byWord.get(bareHeading(heading)) ?? byWord.get(bareHeading(withoutZone(heading)));
}

/** A heading of this console names the zone of its instants, as `Detected (Europe/Berlin)`: the zone is no part of its word. */
function withoutZone(heading: string): string {
  const [, word = heading, zone = ''] = /^([^(]+)\(([^()]{1,64})\)\s*$/.exec(heading) ?? [];
  return isTimeZone(zone) ? word : heading;
}

function headIn<F extends string>({ line, cells, code }: SplitRow, layout: CsvLayout, fieldOf: Known<F>): Head<F> {
  if (layout.headingLine === 0) {
    return { columns: [], ignored: [], headings: cells.map(() => ''), width: cells.length };
  }
  if (code !== undefined) throw refused(`The headings in line ${String(line)} cannot be read: a quote is not closed.`);
  return readHead(cells, fieldOf);
}

function readHead<F extends string>(cells: readonly string[], fieldOf: Known<F>): Head<F> {
  const columns: { heading: string; field: F; place: number }[] = [];
  const ignored: string[] = [];
  let width = 0;
  for (const [place, cell] of cells.entries()) {
    const heading = cellText(cell);
    if (heading === '') continue;
    width = place + 1;
    const field = fieldOf(heading);
    // The first of two columns that mean the same counts.
    if (field === undefined || columns.some((column) => column.field === field)) ignored.push(heading.slice(0, 100));
    else columns.push({ heading: heading.slice(0, 100), field, place });
  }
  return { columns, ignored, width, headings: cells.slice(0, width).map((cell) => cellText(cell).slice(0, 100)) };
}

function refuseWithout<F extends string>({ columns }: Head<F>, fields: Fields<F>, needed: readonly F[]): void {
  const missing = needed.filter((field) => !columns.some((column) => column.field === field));
  if (missing.length > 0) throw noColumn(missing.map((field) => fields[field].label));
}

/** What is said of a file that lacks columns without which nothing can be imported. */
export function noColumn(labels: readonly string[]): Problem {
  const names = new Intl.ListFormat('en').format(labels.map((label) => `“${label}”`));
  return refused(
    `No column ${names} was found. One of the first lines of the file holds the headings, separated by commas, semicolons or tabs.`,
  );
}

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** A comment between the rows; a device may be called #1 where there is one column only. */
const isComment = (cells: readonly string[], width: number) =>
  width > 1 && cells[0]?.startsWith('#') === true && cells.length < width && isBlank(cells.slice(1));

/** Separators at the end of a line make empty fields that mean nothing; any other field too many or too few does. */
function wrongCount(cells: readonly string[], width: number): string | null {
  const [has, wants] = [counted(cells.length, 'value'), counted(width, 'column')];
  if (cells.length < width) return `${has} for ${wants}.`;
  if (isBlank(cells.slice(width))) return null;
  return `${has} for ${wants}. Put quotes around a value that holds a separator.`;
}

const counted = (count: number, what: string) => `${String(count)} ${count === 1 ? what : `${what}s`}`;

const quoteMessages = (code: string): string =>
  code === 'MissingQuotes'
    ? 'A quote that begins here is never closed: the rest of the file cannot be read.'
    : 'A quote within a quoted value must be written twice.';

const refused = (message: string) => new Problem('invalid-input', message, [{ path: '/csv', message }]);

const tooManyLines = () =>
  refused(`The file has more than ${maxLines.toLocaleString('en')} lines. Split it, and import one part at a time.`);
