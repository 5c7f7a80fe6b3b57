import { readInstantOfAddress } from '#domain/schedule/read-instant.ts';

/** `20261124T1800Z` of an instant, epoch milliseconds, as an address holds it; seconds only where it has any. */
export function formatShortInstant(atMs: number): string {
  const [date = '', time = ''] = new Date(atMs).toISOString().slice(0, 19).split('T');
  const seconds = time.slice(6);
  return `${date.replaceAll('-', '')}T${time.slice(0, 2)}${time.slice(3, 5)}${seconds === '00' ? '' : seconds}Z`;
}

/** The instant that an address holds, in any form that names its offset; epoch milliseconds, or null where there is none. */
export function parseShortInstant(text: string): number | null {
  const atMs = readInstantOfAddress(text);
  return typeof atMs === 'number' ? atMs : null;
}

/** A part of time, epoch milliseconds. */
export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** `20261124T1800Z-20261125T0700Z`: a part of time, as an address holds it. */
export const formatShortSpan = ({ fromMs, toMs }: Span): string =>
  `${formatShortInstant(fromMs)}-${formatShortInstant(toMs)}`;

/** The part of time that an address holds; null unless it ends after it begins. */
export function parseShortSpan(text: string | undefined): Span | null {
  const [fromMs, toMs] = (text ?? '').split('-').map(parseShortInstant);
  return typeof fromMs === 'number' && typeof toMs === 'number' && fromMs < toMs ? { fromMs, toMs } : null;
}
