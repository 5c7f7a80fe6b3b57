import { checkBins, type Bins } from './bins.ts';
import { hitsWithin, type Draws } from './count-distribution.ts';
import { rankOf } from './figures.ts';
import type { Part } from './pairs.ts';

/** The range that holds 95 of 100 samples: of the rest, at most half lie below and at most half above. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** What other samples of the same plan would show: other seeds, the same devices and settings. */
export interface PlanChances {
  /** The mean number of starts in each bar. */
  readonly expected: Float64Array;
  /** The 95 % range of the number of starts in each bar, for each bar by itself. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** The 95 % range of each figure of `figuresOf`, epoch milliseconds UTC; null when no run starts by itself. */
  readonly figures: Readonly<Record<'firstMs' | 'medianMs' | 'most95Ms' | 'lastMs', Range>> | null;
}

/** Runs that start uniformly over `[opensAtMs, closesAtMs)`, or all at their open when the close is no later. */
type WaitingPart = Pick<Part, 'count' | 'opensAtMs' | 'closesAtMs'>;

/**
 * The distribution of a plan over all samples, worked out and not sampled: the runs that wait are independent, each
 * uniform over the milliseconds of its window. The number that has started by an instant is a sum of binomials, and a
 * figure such as the median lies at or before an instant when enough have started by then.
 */
export function chancesOf(parts: readonly WaitingPart[], shape: Bins): PlanChances {
  checkBins(shape);
  const { fromMs, binMs, bins } = shape;
  const pooled = pool(parts);
  const expected = new Float64Array(bins);
  const low = new Uint32Array(bins);
  const high = new Uint32Array(bins);
  for (let bin = 0; bin < bins; bin += 1) {
    const begin = fromMs + bin * binMs;
    const draws = drawsOf(pooled, (part) => startedBefore(part, begin + binMs) - startedBefore(part, begin));
    expected[bin] = draws.reduce((sum, { count, chance }) => sum + count * chance, 0);
    low[bin] = hitsWithin(draws, 0.025);
    high[bin] = hitsWithin(draws, 0.975);
  }
  return { expected, low, high, figures: figureChances(pooled) };
}

function figureChances(parts: readonly WaitingPart[]): PlanChances['figures'] {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  if (count === 0) return null;
  const rangeOf = (rank: number): Range => ({
    low: instantOf(parts, rank, 0.975),
    high: instantOf(parts, rank, 0.025),
  });
  return {
    firstMs: rangeOf(1),
    medianMs: rangeOf(rankOf(50, count)),
    most95Ms: rangeOf(rankOf(95, count)),
    lastMs: rangeOf(count),
  };
}

/**
 * The first instant by which the run of a rank has started in more than `1 - part` of all samples: then the number
 * started by it exceeds `rank - 1` in more than that, so its quantile is at least the rank.
 */
function instantOf(parts: readonly WaitingPart[], rank: number, part: 0.025 | 0.975): number {
  let before = Math.min(...parts.map(({ opensAtMs }) => opensAtMs)) - 1;
  let by = Math.max(...parts.map(({ opensAtMs, closesAtMs }) => Math.max(opensAtMs, closesAtMs)));
  while (by - before > 1) {
    const middle = Math.floor((before + by) / 2);
    const started = hitsWithin(
      drawsOf(parts, (each) => startedBefore(each, middle + 1)),
      part,
    );
    if (started >= rank) by = middle;
    else before = middle;
  }
  return by;
}

const drawsOf = (parts: readonly WaitingPart[], chanceOf: (part: WaitingPart) => number): Draws[] =>
  parts.map((part) => ({ count: part.count, chance: chanceOf(part) })).filter(({ chance }) => chance > 0);

/** The chance that a run starts before an instant. A start is a whole millisecond, the open included, the close not. */
function startedBefore({ opensAtMs, closesAtMs }: WaitingPart, instantMs: number): number {
  if (instantMs <= opensAtMs) return 0;
  return instantMs >= closesAtMs ? 1 : (Math.ceil(instantMs) - opensAtMs) / (closesAtMs - opensAtMs);
}

/** Parts of the same window as one: zones that keep the same time are many. */
function pool(parts: readonly WaitingPart[]): WaitingPart[] {
  const pooled = new Map<string, WaitingPart>();
  for (const part of parts) {
    const window = `${part.opensAtMs}-${part.closesAtMs}`;
    pooled.set(window, { ...part, count: part.count + (pooled.get(window)?.count ?? 0) });
  }
  return [...pooled.values()].filter(({ count }) => count > 0);
}
