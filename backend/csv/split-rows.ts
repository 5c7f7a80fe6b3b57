import Papa from 'papaparse';

/** A row as it stands in a file. */
export interface SplitRow {
  /** The line on which it begins, from 1, as an editor counts them. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why its quotes cannot be read, in the words of the parser; undefined where they can. */
  readonly code: string | undefined;
}

/** Text is parsed so many characters at a time: some ten milliseconds. */
const pieceLength = 256 * 1024;

/** One kind of line end, for a parser that takes one. */
export function withOneLineEnd(text: string): string {
  if (!text.includes('\r')) return text;
  const unix = text.replaceAll('\r\n', '\n');
  return unix.includes('\r') ? unix.replaceAll('\r', '\n') : unix;
}

/**
 * Splits text with `\n` line ends into rows, piece by piece, so that whoever reads a large file can let others have their
 * turn in between. Line breaks within quotes are kept, and counted.
 * @param firstLine the number of the line with which the text begins
 */
export function* splitRows(text: string, separator: string, firstLine = 1): Generator<readonly SplitRow[], void> {
  let line = firstLine;
  for (let from = 0; from < text.length;) {
    let length = pieceLength;
    let rows: SplitRow[] = [];
    let to = from;
    do {
      const end = text.indexOf('\n', from + length);
      to = end < 0 ? text.length : end + 1;
      rows = rowsIn(text.slice(from, to), separator, line);
      // A quote that is open at the end of a piece is closed in a later one, or never.
      length *= 2;
    } while (to < text.length && rows.at(-1)?.code === 'MissingQuotes');
    for (const { cells } of rows) line += 1 + lineBreaksIn(cells);
    from = to;
    yield rows;
  }
}

function rowsIn(piece: string, separator: string, firstLine: number): SplitRow[] {
  const body = piece.endsWith('\n') ? piece.slice(0, -1) : piece;
  const { data, errors } = Papa.parse<string[]>(withoutBlanksBeforeQuotes(body, separator), {
    delimiter: separator,
    newline: '\n',
  });
  const codes = new Map(errors.map(({ row, code }) => [row ?? 0, code]));
  let line = firstLine;
  const rows = data.map((cells, i) => {
    const row = { line, cells, code: codes.get(i) };
    line += 1 + lineBreaksIn(cells);
    return row;
  });
  // The parser takes an empty text for no row at all: here it is an empty line.
  return rows.length === 0 ? [{ line, cells: [''], code: undefined }] : rows;
}

/**
 * `"PC-1", "Windows 11, Pro"` as RFC 4180 has it, `"PC-1","Windows 11, Pro"`: many programs write a blank after the separator,
 * and a parser that keeps to the letter takes the quote for a part of the value.
 */
function withoutBlanksBeforeQuotes(text: string, separator: string): string {
  if (!text.includes(' "')) return text;
  let rest = 0;
  let result = '';
  let inside = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) {
    if (inside) {
      if (text[at + 1] === '"') at += 1;
      else inside = false;
      continue;
    }
    let begin = at;
    while (text[begin - 1] === ' ') begin -= 1;
    const before = text[begin - 1];
    // Any other quote stands within a value that is not quoted.
    if (before !== undefined && before !== separator && before !== '\n') continue;
    inside = true;
    result += text.slice(rest, begin);
    rest = at;
  }
  return result + text.slice(rest);
}

function lineBreaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
