import { splitRows, type SplitRow } from './split-rows.ts';

/** Where the rows of a file are: what separates its cells, and in which line its headings stand. */
export interface CsvLayout {
  readonly separator: string;
  /** From 1; 0 where the file has no headings. */
  readonly headingLine: number;
}

export const delimiters = [',', ';', '\t', '|'] as const;

/** Titles, comments and the head of a report: headings are looked for in so many rows. */
const mostRowsAbove = 40;

/**
 * Finds the separator and the headings by the headings that are known: with the right separator, and in the right row, the
 * most of them are recognised. So lines above the headings need no rule of their own: a title, `#TYPE`, comments, the head of
 * a report. Where no heading is known, the row counts from which on all rows have the same number of cells.
 * @param beginning the first part of the text, with `\n` line ends
 * @param fieldOf the field that a heading names
 */
export function findLayout(
  beginning: string,
  fieldOf: (heading: string) => string | undefined,
  { separator, headingLine, firstLine = 1 }: Partial<CsvLayout> & { readonly firstLine?: number } = {},
): CsvLayout {
  if (separator !== undefined && headingLine !== undefined) return { separator, headingLine };
  let best: Candidate = {
    separator: separator ?? ',',
    headingLine: headingLine ?? firstLine,
    known: 0,
    width: 0,
    like: 0,
  };
  for (const tried of separator === undefined ? delimiters : [separator]) {
    const rows = firstRows(beginning, tried, firstLine);
    const usual = usualWidth(rows);
    for (const row of rows) {
      // Without headings any row shows how many cells there are.
      if (headingLine !== undefined && headingLine > 0 && row.line !== headingLine) continue;
      const text = row.cells.filter((cell) => cell.trim() !== '');
      const candidate = {
        separator: tried,
        headingLine: headingLine ?? row.line,
        known: headingLine === 0 ? 0 : new Set(text.flatMap((cell) => fieldOf(cell) ?? [])).size,
        width: text.length,
        like: usual > 1 && row.cells.length === usual ? usual : 0,
      };
      if (isBetter(candidate, best)) best = candidate;
    }
  }
  return { separator: best.separator, headingLine: best.headingLine };
}

interface Candidate extends CsvLayout {
  /** How many fields its cells name. */
  readonly known: number;
  readonly width: number;
  /** The number of cells of most rows, where this one has as many; 0 otherwise. */
  readonly like: number;
}

/** Of equals the first one stays, in the order of the separators and of the rows. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.known !== b.known) return a.known > b.known;
  // A title may hold one word that is a heading elsewhere; a row of cells below headings may be wider than they are.
  if (a.known > 0) return a.width > b.width && (b.width < 2 || a.separator !== b.separator);
  return a.like !== b.like ? a.like > b.like : b.width === 0 && a.width > 0;
}

function firstRows(beginning: string, separator: string, firstLine: number): SplitRow[] {
  const found: SplitRow[] = [];
  for (const rows of splitRows(beginning, separator, firstLine)) {
    for (const row of rows) if (row.cells.some((cell) => cell.trim() !== '')) found.push(row);
    if (found.length >= mostRowsAbove) break;
  }
  return found.slice(0, mostRowsAbove);
}

/** The number of cells that most rows have; of equals the larger. */
function usualWidth(rows: readonly SplitRow[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0;
}
