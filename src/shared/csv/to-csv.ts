import { csvLines, type Separator } from '#contract/csv-text.ts';
import { chosenSeparator } from './separator-preference.ts';

/** A byte order mark first, so that spreadsheets read UTF-8. */
export const beginOfFile = '\uFEFF';

/**
 * A whole file of headings and rows; see `csvLines`.
 *
 * @example csvOf(['Name'], [['=1+1']]) is `Name`, then `'=1+1`
 */
export const csvOf = (
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  separator: Separator = chosenSeparator(),
): string => beginOfFile + csvLines([heads, ...rows], separator);
