/**
 * Cells of a file that came from anywhere. A spreadsheet takes a cell that begins with one of these for a formula; `csvOf` writes
 * an apostrophe before it, and it is taken away again here, so that what is written comes back the same. Source: OWASP,
 * CSV injection.
 */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The same, as something to give to a writer of CSV. */
export const wouldBeFormula = formula;

/**
 * What a cell says: on one line, without blanks around it, and without the apostrophe that keeps it from being a formula.
 * A cell of a spreadsheet may hold several lines; nothing that is imported does.
 */
export function cellText(cell: string): string {
  const trimmed = cell.trim();
  const text = trimmed.includes('\n') ? trimmed.replaceAll(/\s*\n\s*/g, ' ') : trimmed;
  return text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
}

/** Shortened for a message, with whatever cannot be seen made visible. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `“${short.replaceAll(unseen, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)}”`;
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
