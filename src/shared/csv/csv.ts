/**
 * Rows as comma-separated values: RFC 4180, lines end with CRLF, a byte order mark first so that spreadsheets read UTF-8.
 * A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab, return first) gets an apostrophe before it, and so
 * does one that begins with apostrophes before such a one, so that an import can take one away and has what was there.
 *
 * @example csvOf(['Name'], [['=1+1']]) is `Name`, then `'=1+1`
 */
export const csvOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${csvLines([heads])}${csvLines(rows)}`;

/** Rows in the same form, without what stands at the begin of a file. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

function cell(text: string): string {
  const harmless = /^'*[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
