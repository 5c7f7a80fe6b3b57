import type { Forecast, ForecastVariant } from '#contract/forecast.ts';
import type { Span } from '../inputs/short-instant.ts';

/** One bar of the picture: what happens within [fromMs, toMs), epoch milliseconds. */
export interface Bin extends Span {
  /** Starts of the sample. */
  readonly starts: number;
  /** What is expected over all samples, and the range of 95 of 100. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** The most scans that run at once. */
  readonly running: number;
}

/** Room of a bar with its gap, in pixels. */
const barPitch = 7;

/**
 * How many bars a picture of so many pixels is asked to have. It goes up in steps, so that a window that is a little wider
 * asks nothing anew.
 */
export const maxBars = (width: number): number => Math.min(1_000, Math.max(20, Math.floor(width / barPitch / 20) * 20));

/** The bars of an answer: the backend's bins as they are, so that each range is that of its own stretch of time. */
export function binsOf(bins: Forecast['bins'], side: ForecastVariant): Bin[] {
  const fromMs = Date.parse(bins.from);
  return Array.from({ length: bins.count }, (_, place) => ({
    fromMs: fromMs + place * bins.widthMs,
    toMs: fromMs + (place + 1) * bins.widthMs,
    starts: side.starts[place] ?? 0,
    expected: side.expected[place] ?? 0,
    low: side.low[place] ?? 0,
    high: side.high[place] ?? 0,
    running: side.running[place] ?? 0,
  }));
}

/** The bin in which an instant lies; null outside all of them. */
export const binAt = (bins: readonly Bin[], atMs: number): Bin | null =>
  bins.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs) ?? null;
