import { Temporal } from 'temporal-polyfill';
import type { TimeOfDay } from '../ids.ts';
import { endsNextDay, type DailyWindow } from './scan-start.ts';

/**
 * One occurrence of a window: the half-open instant interval [opensAtMs, closesAtMs), epoch milliseconds UTC.
 * `date` is the device's local date on which it opens.
 */
export interface Occurrence {
  readonly date: string;
  readonly opensAtMs: number;
  readonly closesAtMs: number;
}

/**
 * The occurrence that belongs to a local date, or null when a clock change leaves it empty.
 *
 * 20:00–07:00 on 2026-11-24 in Europe/Berlin is [2026-11-24T19:00Z, 2026-11-25T06:00Z).
 * 02:30–03:00 on 2026-03-29 there would open at 03:30 and close at 03:00: null.
 *
 * Source: docs/domain-rules.md#window-rule. Bounds become instants with Temporal's `compatible` disambiguation.
 * @param zone an IANA time zone id; an unknown one throws RangeError.
 */
export function occurrenceOn(window: DailyWindow, date: Temporal.PlainDate, zone: string): Occurrence | null {
  const opensAtMs = instantOf(date, window.start, zone);
  const closesAtMs = instantOf(endsNextDay(window) ? date.add({ days: 1 }) : date, window.end, zone);
  return closesAtMs > opensAtMs ? { date: date.toString(), opensAtMs, closesAtMs } : null;
}

/** The occurrence that contains the instant (open inclusive, close exclusive), or null. */
export function occurrenceAt(window: DailyWindow, instantMs: number, zone: string): Occurrence | null {
  return around(window, instantMs, zone).find((o) => o.opensAtMs <= instantMs && instantMs < o.closesAtMs) ?? null;
}

/**
 * The occurrence with the earliest open after the instant.
 * Never fails: a clock change leaves at most one day in a row empty, and nine days are searched.
 */
export function nextOccurrence(window: DailyWindow, afterMs: number, zone: string): Occurrence {
  const next = around(window, afterMs, zone).find((o) => o.opensAtMs > afterMs);
  if (!next) throw new Error(`No occurrence of ${window.start}–${window.end} within a week in ${zone}`);
  return next;
}

/** Every occurrence that overlaps [fromMs, toMs), in the order of their opens. */
export function occurrencesBetween(window: DailyWindow, fromMs: number, toMs: number, zone: string): Occurrence[] {
  const days = Math.ceil((toMs - fromMs) / 86_400_000) + 4;
  return datesFrom(localDate(fromMs, zone).subtract({ days: 2 }), days)
    .map((date) => occurrenceOn(window, date, zone))
    .filter((o) => o !== null)
    .filter((o) => o.closesAtMs > fromMs && o.opensAtMs < toMs)
    .sort((a, b) => a.opensAtMs - b.opensAtMs);
}

// Two days back covers an overnight window and a zone that skipped a day at the date line.
function around(window: DailyWindow, instantMs: number, zone: string): Occurrence[] {
  return datesFrom(localDate(instantMs, zone).subtract({ days: 2 }), 9)
    .map((date) => occurrenceOn(window, date, zone))
    .filter((o) => o !== null)
    .sort((a, b) => a.opensAtMs - b.opensAtMs);
}

function datesFrom(first: Temporal.PlainDate, count: number): Temporal.PlainDate[] {
  return Array.from({ length: count }, (_, days) => first.add({ days }));
}

function localDate(instantMs: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone).toPlainDate();
}

function instantOf(date: Temporal.PlainDate, time: TimeOfDay, zone: string): number {
  return date.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}
