import type { WhatIfAnswer, WhatIfSide } from '#contract/what-if.ts';
import { wallTimeIn } from '#src/shared/time/wall-time.ts';
import type { Span } from './short-instant.ts';

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

const minuteMs = 60_000;
const widths = [
  1 / 60,
  1 / 12,
  1 / 6,
  1 / 4,
  1 / 2,
  1,
  2,
  5,
  10,
  15,
  30,
  60,
  120,
  180,
  360,
  720,
  1440,
  2880,
  10_080,
].map((minutes) => minutes * minuteMs);

/**
 * The bins of an answer, as wide as the picture has room for: neighbours are put together to a round width, at round times
 * of the axis' zone. Starts and
 * what is expected add up; of scans at once the most counts. The range of a sum of independent counts is narrower than
 * the sum of their ranges: its half width is the root of the sum of squares.
 * @param most how many bars have room
 */
export function binsOf(bins: WhatIfAnswer['bins'], side: WhatIfSide, most: number, zone: string): Bin[] {
  const fromMs = Date.parse(bins.from);
  const wanted = (bins.widthMs * bins.count) / most;
  const width = widths.find((ms) => ms >= wanted && ms % bins.widthMs === 0) ?? bins.widthMs;
  const minuteFromMs = Math.floor(fromMs / minuteMs) * minuteMs;
  const offsetMs = Date.parse(`${wallTimeIn(zone, minuteFromMs)}Z`) - minuteFromMs;
  const merged = new Map<number, Bin[]>();
  for (let place = 0; place < bins.count; place += 1) {
    const at = fromMs + place * bins.widthMs;
    const bin: Bin = {
      fromMs: at,
      toMs: at + bins.widthMs,
      starts: side.starts[place] ?? 0,
      expected: side.expected[place] ?? 0,
      low: side.low[place] ?? 0,
      high: side.high[place] ?? 0,
      running: side.running[place] ?? 0,
    };
    const key = Math.floor((at + offsetMs) / width);
    const known = merged.get(key);
    if (known) known.push(bin);
    else merged.set(key, [bin]);
  }
  return [...merged.values()].map(together);
}

function together(parts: readonly Bin[]): Bin {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return first ?? nothing;
  const sum = (of: (bin: Bin) => number) => parts.reduce((total, bin) => total + of(bin), 0);
  const expected = sum((bin) => bin.expected);
  const below = Math.sqrt(sum((bin) => (bin.expected - bin.low) ** 2));
  const above = Math.sqrt(sum((bin) => (bin.high - bin.expected) ** 2));
  return {
    fromMs: first.fromMs,
    toMs: parts.at(-1)?.toMs ?? first.toMs,
    starts: sum((bin) => bin.starts),
    expected,
    low: Math.max(0, Math.floor(expected - below)),
    high: Math.ceil(expected + above),
    running: Math.max(...parts.map((bin) => bin.running)),
  };
}

const nothing: Bin = { fromMs: 0, toMs: 0, starts: 0, expected: 0, low: 0, high: 0, running: 0 };

/** The bin in which an instant lies; null outside all of them. */
export const binAt = (bins: readonly Bin[], atMs: number): Bin | null =>
  bins.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs) ?? null;
