import { readTimeZone } from '../schedule/time-zone.ts';

/**
 * The text of a cell that names a time zone, without what a list shows beside it: the console's own lists write
 * `Europe/Berlin +1`, with the zone's offset at that moment.
 */
export function zoneText(cell: string): string {
  const bare = cell.replace(/ [+−-]\d{1,2}(?::\d\d)?$/, '');
  return bare !== cell && readTimeZone(bare).kind === 'known' ? bare : cell;
}

/** An offset from UTC, or a zone as Windows and spreadsheets display it, `(UTC+01:00) Amsterdam, Berlin`: it may be a zone. */
const offset = /^\(?(?:UTC|GMT|Z)?\s*[+−-]\d{1,2}/i;

/** Whether a text is about a time zone at all, readable or not: so that a column of other zones is not taken for it. */
export const looksLikeZone = (cell: string): boolean =>
  readTimeZone(zoneText(cell)).kind === 'known' ||
  offset.test(cell) ||
  / (?:Standard|Summer|Daylight) Time$/i.test(cell) ||
  /^[A-Z]{2,5}$/.test(cell);
