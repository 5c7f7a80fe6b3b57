import { Temporal } from 'temporal-polyfill';

/** The instant of a wall-clock date and time (`2026-11-24T20:00`) in a zone, epoch milliseconds; null if invalid. */
export function instantOfWallTime(wallTime: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** `2026-11-24T20:00` of an instant in a zone: the value of a `datetime-local` input. */
export const wallTimeIn = (zone: string, instant: string | number): string =>
  Temporal.Instant.fromEpochMilliseconds(typeof instant === 'string' ? Date.parse(instant) : instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
