/** What stands between the cells of a file. A spreadsheet takes the one of its own language without asking. */
export const separators = ['comma', 'semicolon', 'tab'] as const;
export type Separator = (typeof separators)[number];

const characters: Readonly<Record<Separator, string>> = { comma: ',', semicolon: ';', tab: '\t' };

/**
 * Rows as lines of delimiter-separated values, RFC 4180 with CRLF. A cell that holds any of the three separators is in
 * quotes, whichever of them this file uses, and no cell holds what a spreadsheet would run (`guarded`).
 *
 * @example csvLines([['Name', 'Note'], ['=1+1', 'a;b']], 'comma') is `Name,Note`, then `'=1+1,"a;b"`
 */
export const csvLines = (rows: readonly (readonly string[])[], separator: Separator): string =>
  delimitedLines(rows, characters[separator]);

/** The same with any character between the cells, as a file from elsewhere may have it. */
export const delimitedLines = (rows: readonly (readonly string[])[], between: string): string =>
  rows.map((row) => `${row.map((text) => cell(text, between)).join(between)}\r\n`).join('');

/** Nothing of a text is changed without one of these: looked for first, since nearly every cell of a large file has none. */
const toChange = /^[ '"]*[=+\-@＝＋－＠]|[",;\t\r\n]/;

function cell(text: string, between: string): string {
  if (!toChange.test(text) && !text.includes(between)) return text;
  const harmless = guarded(text);
  return /[",;\t\r\n]/.test(harmless) || harmless.includes(between) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * Where a spreadsheet could see the beginning of a formula: at the beginning of a cell, and after each character at which it
 * could cut one, since it may be told (or may assume) another separator than the file was written with, and then takes
 * quotes in the middle of a cell for text. Source: OWASP, CSV injection, which asks for the separators too.
 */
const begins = /(^|[,;\t\r\n])([ "]*)(?='*[=+\-@＝＋－＠])/g;
const guards = /(^|[,;\t\r\n])([ "]*)'(?='*[=+\-@＝＋－＠])/g;

/**
 * A text in which nothing can be taken for a formula: an apostrophe stands before each sign that could begin one, one more
 * where there are some already, so that `unguarded` gives the text back.
 *
 * @example guarded('=1+1') is `'=1+1`; guarded('x;=1+1;y') is `x;'=1+1;y`; guarded('1-1') is `1-1`
 */
export function guarded(text: string): string {
  const inside = text.replace(begins, "$1$2'");
  // A spreadsheet may skip these at the beginning of a cell.
  return /^'*[\t\r\n]/.test(inside) ? `'${inside}` : inside;
}

/** The text that was guarded; of any other text, what it would have been. */
export function unguarded(text: string): string {
  const inside = /^'+[\t\r\n]/.test(text) ? text.slice(1) : text;
  return inside.replace(guards, '$1$2');
}
