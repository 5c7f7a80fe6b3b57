import { csvLines, type Separator } from '#contract/csv-text.ts';
import { separatorPreference } from './separator-preference.ts';

/** Spreadsheets need it to recognise UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * A whole file of headings and rows; see `csvLines`.
 *
 * @example csvOf(['Name'], [['=1+1']]) is `Name`, then `'=1+1`
 */
export const toCsv = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  separator: Separator = separatorPreference(),
): string => byteOrderMark + csvLines([heads, ...rows], separator);
