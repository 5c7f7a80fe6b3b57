/** `20261124T1800Z` of an instant, epoch milliseconds, as an address holds it; seconds only where it has any. */
export function shortInstant(atMs: number): string {
  const [date = '', time = ''] = new Date(atMs).toISOString().slice(0, 19).split('T');
  const seconds = time.slice(6);
  return `${date.replaceAll('-', '')}T${time.slice(0, 2)}${time.slice(3, 5)}${seconds === '00' ? '' : seconds}Z`;
}

/** The instant that an address holds, epoch milliseconds; null for a day or an hour that there is not. */
export function readShortInstant(text: string): number | null {
  const parts = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?Z$/.exec(text);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const iso = `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? '00'}`;
  const atMs = Date.parse(`${iso}Z`);
  // The 31st of a month that has 30 days would be read as the day after.
  return Number.isNaN(atMs) || new Date(atMs).toISOString().slice(0, 19) !== iso ? null : atMs;
}

/** A part of time, epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** `20261124T1800Z-20261125T0700Z`: a part of time, as an address holds it. */
export const shortSpan = ({ fromMs, toMs }: Span): string => `${shortInstant(fromMs)}-${shortInstant(toMs)}`;

/** The part of time that an address holds; null unless it ends after it begins. */
export function readShortSpan(text: string | undefined): Span | null {
  const [fromMs, toMs] = (text ?? '').split('-').map(readShortInstant);
  return typeof fromMs === 'number' && typeof toMs === 'number' && fromMs < toMs ? { fromMs, toMs } : null;
}
