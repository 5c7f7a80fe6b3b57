import type { Bins } from '#mocks/simulator/bins.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The widths that a bin may have: those that a clock face and a calendar know. */
const widthsMs = [
  ...[1, 5, 15, 30].map((minutes) => minutes * minuteMs),
  ...[1, 2, 6, 12, 24].map((hours) => hours * hourMs),
];

export const mostBins = 1_000;

/**
 * The bins that cover [fromMs, toMs), as narrow as at most 1,000 of them allow, or so many as `most` says, on the clock of
 * UTC. Epoch milliseconds.
 * [12:00, 20:30) on one day is 510 bins of a minute; a week from Monday is 672 of a quarter of an hour. Of more than
 * 1,000 days the first 1,000 are covered.
 */
export function binsOver(fromMs: number, toMs: number, most = mostBins): Bins {
  const widest = 24 * hourMs;
  const counted = (width: number) => Math.max(1, Math.ceil(toMs / width) - Math.floor(fromMs / width));
  const binMs = widthsMs.find((width) => counted(width) <= most) ?? widest;
  return { fromMs: Math.floor(fromMs / binMs) * binMs, binMs, bins: Math.min(most, counted(binMs)) };
}
