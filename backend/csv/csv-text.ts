import { unguarded } from '#contract/csv-text.ts';

/**
 * What a cell of any file says: on one line, without blanks around it, and without the apostrophes that keep it from being a
 * formula. A cell of a spreadsheet may hold several lines; nothing that is imported does.
 */
export function cellText(cell: string): string {
  const trimmed = cell.trim();
  return unguarded(trimmed.includes('\n') ? trimmed.replaceAll(/\s*\n\s*/g, ' ') : trimmed);
}

/** Shortened for a message, with whatever cannot be seen made visible. */
export function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `“${short.replaceAll(unseen, (c) => `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`)}”`;
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;
