import { zoneOffsetMs } from '#domain/schedule/zone-offset.ts';
import type { Bins } from '#backend/planner/bins.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** The possible widths of a bin: round on a clock or in a calendar. */
const widthsMs = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 3, 6, 12].map((hours) => hours * hourMs),
  ...[1, 2, 7, 14, 28].map((days) => days * dayMs),
];
const widest = 28 * dayMs;

/** A Monday at midnight, the origin of weeks; for days and shorter widths any midnight would do. */
const mondayMs = 4 * dayMs;

interface Axis {
  readonly most?: number;
  /** IANA zone. */
  readonly zone?: string;
}

/**
 * The narrowest bins, at most `most` of them, that cover [fromMs, toMs) (epoch milliseconds). They begin at round times of
 * the zone, with its offset at the first bin.
 * [12:00, 20:30) on one day is 510 bins of a minute; a week from Monday is 672 of a quarter of an hour. If even the widest bins are too many, only the first `most` are returned.
 */
export function binsOver(fromMs: number, toMs: number, { most = 1_000, zone = 'UTC' }: Axis = {}): Bins {
  const originMs = mondayMs - zoneOffsetMs(zone, fromMs);
  const begin = (atMs: number, width: number) => Math.floor((atMs - originMs) / width) * width + originMs;
  const counted = (width: number) => Math.max(1, Math.ceil((toMs - begin(fromMs, width)) / width));
  const binMs = widthsMs.find((width) => counted(width) <= most) ?? widest;
  return { fromMs: begin(fromMs, binMs), binMs, bins: Math.min(most, counted(binMs)) };
}
