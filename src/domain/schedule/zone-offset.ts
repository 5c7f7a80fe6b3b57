import { Temporal } from 'temporal-polyfill';

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds. @param atMs epoch milliseconds UTC */
export const zoneOffsetMs = (zone: string, atMs: number): number =>
  Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
