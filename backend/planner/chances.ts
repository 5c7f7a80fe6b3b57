import { checkBins, type Bins } from './bins.ts';
import { hitsWithin, rangeOfHits, type Draws } from './count-distribution.ts';
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
  let next = 0;
  let open: WaitingPart[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const begin = fromMs + bin * binMs;
    for (let part = pooled[next]; part && part.opensAtMs < begin + binMs; part = pooled[next]) {
      open.push(part);
      next += 1;
    }
    // What closes before a bar begins is in none that follow.
    open = open.filter(({ opensAtMs, closesAtMs }) => opensAtMs >= begin || closesAtMs > begin);
    const { certain, draws } = drawsOf(open, begin, begin + binMs);
    expected[bin] = draws.reduce((sum, { count, chance }) => sum + count * chance, certain);
    const range = rangeOfHits(draws);
    low[bin] = certain + range.low;
    high[bin] = certain + range.high;
  }
  return { expected, low, high, figures: figureChances(pooled) };
}

/** The 95 % range of the number of starts within [fromMs, toMs), epoch milliseconds UTC. */
export function startsWithin(parts: readonly WaitingPart[], fromMs: number, toMs: number): Range {
  const { certain, draws } = drawsOf(parts, fromMs, toMs);
  const { low, high } = rangeOfHits(draws);
  return { low: certain + low, high: certain + high };
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
  let before = (parts[0]?.opensAtMs ?? 0) - 1;
  let by = parts.reduce((last, { opensAtMs, closesAtMs }) => Math.max(last, opensAtMs, closesAtMs), before);
  while (by - before > 1) {
    const middle = Math.floor((before + by) / 2);
    const { certain, draws } = drawsOf(parts, -Infinity, middle + 1);
    if (certain + hitsWithin(draws, part) >= rank) by = middle;
    else before = middle;
  }
  return by;
}

/**
 * The runs that start within [fromMs, toMs): those that certainly do, and the others as draws. Parts with one chance are
 * one draw; all that a bar lies wholly within and that last equally long have the same.
 */
function drawsOf(parts: readonly WaitingPart[], fromMs: number, toMs: number): { certain: number; draws: Draws[] } {
  let certain = 0;
  const counts = new Map<number, number>();
  for (const { count, opensAtMs, closesAtMs } of parts) {
    const chance = chanceWithin(opensAtMs, closesAtMs, fromMs, toMs);
    if (chance >= 1) certain += count;
    else if (chance > 0) counts.set(chance, count + (counts.get(chance) ?? 0));
  }
  return { certain, draws: Array.from(counts, ([chance, count]) => ({ chance, count })) };
}

/** The chance that a run starts within [fromMs, toMs). A start is a whole millisecond, the open included, the close not. */
function chanceWithin(opensAtMs: number, closesAtMs: number, fromMs: number, toMs: number): number {
  if (closesAtMs <= opensAtMs) return fromMs <= opensAtMs && opensAtMs < toMs ? 1 : 0;
  const [from, to] = [Math.max(opensAtMs, Math.ceil(fromMs)), Math.min(closesAtMs, Math.ceil(toMs))];
  return Math.max(0, to - from) / (closesAtMs - opensAtMs);
}

/** Parts of the same window as one, in the order of their opens: zones that keep the same time are many. */
function pool(parts: readonly WaitingPart[]): WaitingPart[] {
  const pooled = new Map<string, WaitingPart>();
  for (const part of parts) {
    const window = `${part.opensAtMs}-${part.closesAtMs}`;
    pooled.set(window, { ...part, count: part.count + (pooled.get(window)?.count ?? 0) });
  }
  return [...pooled.values()].filter(({ count }) => count > 0).sort((a, b) => a.opensAtMs - b.opensAtMs);
}
