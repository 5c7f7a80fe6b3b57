import fc from 'fast-check';
import { timeOfDaySchema } from '#domain/ids.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';

// Cases for the tests of the planners: every zone of the runtime, any rule, and instants where clocks misbehave.

export const zones = Intl.supportedValuesOf('timeZone');

const hour = 3_600_000;
const time = (minute: number) =>
  timeOfDaySchema.parse(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);

/** The rule of a window, its bounds in minutes after midnight. */
export const interval = (start: number, end: number): ScanStart => ({
  mode: 'interval',
  window: { start: time(start), end: time(end) },
});

const aMinute = fc.integer({ min: 0, max: 1439 });
export const aRule: fc.Arbitrary<ScanStart> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<ScanStart>({ mode: 'manual' }) },
  { weight: 1, arbitrary: fc.constant<ScanStart>({ mode: 'immediate' }) },
  {
    weight: 6,
    arbitrary: fc.tuple(aMinute, fc.integer({ min: 1, max: 1439 })).map(([a, b]) => interval(a, (a + b) % 1440)),
  },
  // Windows that a spring change empties, or that reach into the next one because of it.
  { weight: 1, arbitrary: fc.constantFrom(interval(150, 180), interval(180, 150), interval(30, 29), interval(0, 1)) },
);

/** Clock changes: Berlin forward and back, New York forward, St. John's back, Lord Howe back by half an hour. */
export const clockChanges = [
  '2026-03-29T01:00Z',
  '2026-10-25T01:00Z',
  '2026-03-08T07:00Z',
  '2026-11-01T04:30Z',
  '2026-04-04T15:00Z',
].map((instant) => Date.parse(instant));

/** Where the date line moved: a day skipped in Apia and Fakaofo, in Kiritimati, in Kwajalein. */
export const dateLine = ['2011-12-30T10:00Z', '1994-12-31T10:00Z', '1993-08-21T12:00Z'].map((instant) =>
  Date.parse(instant),
);

const near = (instants: readonly number[]) =>
  fc
    .tuple(fc.constantFrom(...instants), fc.integer({ min: -36 * hour, max: 36 * hour }))
    .map(([change, offset]) => change + offset);

export const anInstant = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) }) },
  { weight: 3, arbitrary: near(clockChanges) },
  { weight: 1, arbitrary: near(dateLine) },
);
