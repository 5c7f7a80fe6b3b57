import { endsNextDay, minutesOf, type DailyWindow } from './scan-start.ts';

// A second implementation of the window rule for tests: it reads wall clocks with Intl, without Temporal.

const minuteMs = 60_000;
const dayMs = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a wall clock of the zone shows, as if it were UTC: epoch milliseconds, whole seconds. */
export function wallOf(instantMs: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  formats.set(zone, format);
  const parts = new Map(format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? Number.NaN;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

/** How far the wall is ahead of UTC, in milliseconds. */
export const offsetAt = (instantMs: number, zone: string): number =>
  wallOf(instantMs, zone) - Math.floor(instantMs / 1_000) * 1_000;

/** The minute of the day that a wall clock shows, 0–1439. */
export const minuteOnWall = (instantMs: number, zone: string): number =>
  Math.floor((wallOf(instantMs, zone) % dayMs) / minuteMs);

/**
 * The instant at which the wall reads `wallMs`: of two the earlier; of none, as much after the gap as the time lies
 * inside it. Source: docs/domain-rules.md#window-rule (`compatible`). No zone changes its clock twice within two days in the years tested.
 */
export function instantOnWall(wallMs: number, zone: string): number {
  const before = offsetAt(wallMs - dayMs, zone);
  const after = offsetAt(wallMs + dayMs, zone);
  const reads = [wallMs - before, wallMs - after].filter((instant) => wallOf(instant, zone) === wallMs);
  return reads.length > 0 ? Math.min(...reads) : wallMs - before;
}

/** The occurrences that open from two days before an instant to six days after, in the order of their opens. */
export function occurrencesAround(window: DailyWindow, instantMs: number, zone: string) {
  const today = Math.floor(wallOf(instantMs, zone) / dayMs) * dayMs;
  return Array.from({ length: 9 }, (_, i) => today + (i - 2) * dayMs)
    .map((date) => ({
      opensAtMs: instantOnWall(date + minutesOf(window.start) * minuteMs, zone),
      closesAtMs: instantOnWall(date + (endsNextDay(window) ? dayMs : 0) + minutesOf(window.end) * minuteMs, zone),
    }))
    .filter(({ opensAtMs, closesAtMs }) => closesAtMs > opensAtMs)
    .sort((a, b) => a.opensAtMs - b.opensAtMs);
}

/** The instants, to the minute, at which the zone changed its clock between two instants. */
export function clockChanges(zone: string, fromMs: number, toMs: number): number[] {
  const changes: number[] = [];
  for (let day = fromMs; day < toMs; day += 7 * dayMs) {
    let [low, high] = [day, Math.min(day + 7 * dayMs, toMs)];
    const before = offsetAt(low, zone);
    if (offsetAt(high, zone) === before) continue;
    while (high - low > minuteMs) {
      const middle = Math.floor((low + high) / 2 / minuteMs) * minuteMs;
      if (offsetAt(middle, zone) === before) low = middle;
      else high = middle;
    }
    changes.push(high);
  }
  return changes;
}
