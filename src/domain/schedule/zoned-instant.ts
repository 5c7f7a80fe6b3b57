import { Temporal } from 'temporal-polyfill';

/**
 * An instant as ISO 8601 in the time of a zone, with its year and its offset from UTC, and milliseconds where it has any: for
 * files and texts that are read away from the console. In a zone that cannot be planned with it stands in UTC.
 * @param atMs epoch milliseconds UTC
 *
 * @example zonedInstant('Europe/Berlin', Date.UTC(2026, 10, 24, 18, 5, 9)) is `2026-11-24T19:05:09+01:00`
 */
export function zonedInstant(zone: string, atMs: number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(atMs);
  try {
    return instant.toString({ timeZone: zone });
  } catch (error) {
    // Stored data may name a zone that no longer is one: its row is written like the others.
    if (error instanceof RangeError) return instant.toString();
    throw error;
  }
}
