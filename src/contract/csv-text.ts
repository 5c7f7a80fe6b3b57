/** The separators of cells. A spreadsheet assumes the one of its language. */
export const separators = ['comma', 'semicolon', 'tab'] as const;
export type Separator = (typeof separators)[number];

const characters: Readonly<Record<Separator, string>> = { comma: ',', semicolon: ';', tab: '\t' };

/**
 * Rows as lines of delimiter-separated values, RFC 4180 with CRLF. A cell that contains any of the three separators is quoted, and no cell contains a formula (`guarded`).
 *
 * @example csvLines([['Name', 'Note'], ['=1+1', 'a;b']], 'comma') is `Name,Note`, then `'=1+1,"a;b"`
 */
export const csvLines = (rows: readonly (readonly string[])[], separator: Separator): string =>
  delimitedLines(rows, characters[separator]);

/** The same with any separator. */
export const delimitedLines = (rows: readonly (readonly string[])[], between: string): string =>
  rows.map((row) => `${row.map((text) => cell(text, between)).join(between)}\r\n`).join('');

/** A fast check: a text without these characters needs no change, as most cells. */
const toChange = /^[ '"]*[=+\-@＝＋－＠]|[",;\t\r\n]/;

function cell(text: string, between: string): string {
  if (!toChange.test(text) && !text.includes(between)) return text;
  const harmless = guarded(text);
  return /[",;\t\r\n]/.test(harmless) || harmless.includes(between) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Where a spreadsheet could see the beginning of a formula: at the beginning of a cell, and after each possible separator,
 * because it may assume another separator than the file's and then treats quotes inside a cell as text.
 * Source: OWASP, CSV injection.
 */
const begins = /(^|[,;\t\r\n])([ "]*)(?='*[=+\-@＝＋－＠])/g;
const guards = /(^|[,;\t\r\n])([ "]*)'(?='*[=+\-@＝＋－＠])/g;

/**
 * Escapes formulas: an apostrophe is inserted before each character that could begin one, also before existing
 * apostrophes, so that `unguarded` restores the text.
 *
 * @example guarded('=1+1') is `'=1+1`; guarded('x;=1+1;y') is `x;'=1+1;y`; guarded('1-1') is `1-1`
 */
export function guarded(text: string): string {
  const inside = text.replace(begins, "$1$2'");
  // A spreadsheet may ignore these at the beginning of a cell.
  return /^'*[\t\r\n]/.test(inside) ? `'${inside}` : inside;
}

/** The inverse of `guarded`. */
export function unguarded(text: string): string {
  const inside = /^'+[\t\r\n]/.test(text) ? text.slice(1) : text;
  return inside.replace(guards, '$1$2');
}
