import Papa from 'papaparse';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { Problem } from '../problem.ts';
import { cellText } from './csv-text.ts';

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

export interface CsvFile<F extends string> {
  /** What was recognised, in the order of the file, with the place of its cells in a row. */
  readonly columns: readonly { readonly heading: string; readonly field: F; readonly place: number }[];
  /** Headings that say nothing to this console. */
  readonly ignored: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly errors: readonly LineError[];
}

/** More lines than this are not read: twice as many as a server manages devices. */
export const maxLines = 200_000;

const delimiters = [',', ';', '\t'] as const;

/**
 * Reads comma-, semicolon- or tab-separated values, with whatever real programs make of them: a byte order mark, any line
 * end, `sep=;` first, blank lines, separators at the end of a line, quotes with line breaks inside.
 * @param needed fields without which nothing can be read
 * @throws Problem `invalid-input`, at `/csv`, for what is no such file
 */
export function readCsv<F extends string>(raw: string, fields: Fields<F>, needed: readonly NoInfer<F>[]): CsvFile<F> {
  if (raw.includes('\0')) throw refused('This is no text in UTF-8. Save the file as “CSV UTF-8” and choose it again.');
  const text = raw.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const said = /^"?sep=(.)"?;*,*\n/i.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const fieldOf = knownHeadings(fields);
  const delimiter = said?.[1] ?? likelyDelimiter(body, fieldOf);
  const { data, errors: quotes } = Papa.parse<string[]>(body, { delimiter, newline: '\n', preview: maxLines + 2 });
  const badQuotes = new Map(quotes.map(({ row, code }) => [row ?? 0, code]));

  let line = said ? 2 : 1;
  let head: Head<F> | null = null;
  const rows: CsvRow[] = [];
  const errors: LineError[] = [];
  for (const [i, cells] of data.entries()) {
    const at = line;
    line += 1 + lineBreaksIn(cells);
    if (cells.every((cell) => cell.trim() === '')) continue;
    const code = badQuotes.get(i);
    if (!head) {
      if (code !== undefined) throw refused(`The headings in line ${at} cannot be read: a quote is not closed.`);
      head = readHead(cells, fieldOf);
      refuseWithout(head, fields, needed);
      continue;
    }
    const problem = code === undefined ? wrongCount(cells, head.width) : quoteMessages(code);
    if (problem === null) rows.push({ line: at, cells });
    else errors.push({ line: at, field: null, message: problem });
  }
  if (!head) throw refused('The file is empty. Its first line holds the headings of its columns.');
  if (data.length > maxLines + 1 || rows.length > maxLines) {
    throw refused(
      `The file has more than ${maxLines.toLocaleString('en')} lines. Split it, and import one part at a time.`,
    );
  }
  return { columns: head.columns, ignored: head.ignored, rows, errors };
}

/** What a row says in each of the columns that were recognised. */
export const cellsOf = <F extends string>({ columns }: Pick<CsvFile<F>, 'columns'>, { cells }: CsvRow) =>
  new Map(columns.map(({ field, place }) => [field, cellText(cells[place] ?? '')]));

interface Head<F extends string> extends Pick<CsvFile<F>, 'columns' | 'ignored'> {
  /** The columns up to the last one with a heading. */
  readonly width: number;
}

type Known<F extends string> = (heading: string) => F | undefined;

function knownHeadings<F extends string>(fields: Fields<F>): Known<F> {
  // A map, not an object: a heading may be called __proto__.
  const byWord = new Map<string, F>();
  for (const field in fields) for (const word of fields[field].words) byWord.set(word, field);
  return (heading) => byWord.get(bare(heading)) ?? byWord.get(bare(withoutZone(heading)));
}

/** A heading of this console names the zone of its instants, as `Detected (Europe/Berlin)`: the zone is no part of its word. */
function withoutZone(heading: string): string {
  const [, word = heading, zone = ''] = /^([^(]+)\(([^()]{1,64})\)\s*$/.exec(heading) ?? [];
  return isTimeZone(zone) ? word : heading;
}

const bare = (heading: string) =>
  heading
    .slice(0, 100)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The one by which most columns are recognised; of equals the one that makes more columns. */
function likelyDelimiter<F extends string>(text: string, fieldOf: Known<F>): string {
  const beginning = text.slice(0, 256 * 1024);
  let best = { delimiter: ',', known: -1, columns: -1 };
  for (const delimiter of delimiters) {
    const [head = []] = Papa.parse<string[]>(beginning.trimStart(), { delimiter, newline: '\n', preview: 1 }).data;
    const [known, columns] = [head.filter((cell) => fieldOf(cell) !== undefined).length, head.length];
    if (known > best.known || (known === best.known && columns > best.columns)) best = { delimiter, known, columns };
  }
  return best.delimiter;
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
  return { columns, ignored, width };
}

function refuseWithout<F extends string>({ columns }: Head<F>, fields: Fields<F>, needed: readonly F[]): void {
  const missing = needed.filter((field) => !columns.some((column) => column.field === field));
  if (missing.length === 0) return;
  const names = new Intl.ListFormat('en').format(missing.map((field) => `“${fields[field].label}”`));
  throw refused(
    `No column ${names} was found. The first line of the file holds the headings, separated by commas, semicolons or tabs.`,
  );
}

/** Separators at the end of a line make empty fields that mean nothing; any other field too many or too few does. */
function wrongCount(cells: readonly string[], width: number): string | null {
  if (cells.length < width) return `This line has ${counted(cells.length)}, the headings are ${String(width)}.`;
  if (cells.slice(width).every((cell) => cell.trim() === '')) return null;
  return `This line has ${counted(cells.length)}, the headings are ${String(width)}. Put quotes around a field that holds a separator.`;
}

const counted = (count: number) => `${String(count)} ${count === 1 ? 'field' : 'fields'}`;

const quoteMessages = (code: string): string =>
  code === 'MissingQuotes'
    ? 'A quote that begins here is never closed: the rest of the file cannot be read.'
    : 'A quote within a quoted field must be written twice.';

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}

const refused = (message: string) => new Problem('invalid-input', message, [{ path: '/csv', message }]);
