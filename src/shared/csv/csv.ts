/**
 * Rows as comma-separated values: RFC 4180, lines end with CRLF, a byte order mark first so that spreadsheets read UTF-8.
 * A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab, return first) gets an apostrophe before it.
 *
 * @example csvOf(['Name'], [['=1+1']]) is `Name`, then `'=1+1`
 */
export const csvOf = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `\uFEFF${[heads, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Hands the text to the browser as a file to keep. */
export function saveCsv(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download may read the address after this call returns.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
