import { checkBins, type Bins } from './bins.ts';
import { hitQuantile, hitRange95, type BinomialDraws } from './count-distribution.ts';
import { rankOf } from './figures.ts';
import type { Segment } from './pairs.ts';

/** The range of 95 of 100 samples: at most 2.5 % lie below it and at most 2.5 % above. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The distribution over all samples of a plan: other seeds, the same devices and settings. */
export interface StartDistribution {
  /** The mean number of starts in each bin. */
  readonly expected: Float64Array;
  /** The 95 % range of the number of starts in each bin, for each bin by itself. */
  readonly low: Uint32Array;
  readonly high: Uint32Array;
  /** The 95 % range of each figure of `figuresOf`, epoch milliseconds UTC; null if no run has a planned start. */
  readonly figures: Readonly<Record<'firstMs' | 'medianMs' | 'percentile95Ms' | 'lastMs', Range>> | null;
}

/** Runs that start uniformly over `[opensAtMs, closesAtMs)`, or all at their open when the close is no later. */
type StartSegment = Pick<Segment, 'count' | 'opensAtMs' | 'closesAtMs'>;

/**
 * The distribution of a plan over all samples, computed analytically: the starts are independent, each uniform over the
 * milliseconds of its window. The number of starts by an instant is a sum of binomials, and a figure such as the median is
 * at or before an instant if enough runs have started by then.
 */
export function startDistribution(segments: readonly StartSegment[], shape: Bins): StartDistribution {
  checkBins(shape);
  const { fromMs, binMs, bins } = shape;
  const pooled = pool(segments);
  const expected = new Float64Array(bins);
  const low = new Uint32Array(bins);
  const high = new Uint32Array(bins);
  let next = 0;
  let open: StartSegment[] = [];
  for (let bin = 0; bin < bins; bin += 1) {
    const begin = fromMs + bin * binMs;
    for (let segment = pooled[next]; segment && segment.opensAtMs < begin + binMs; segment = pooled[next]) {
      open.push(segment);
      next += 1;
    }
    // Segments that close before a bin begins are in none of the following bins.
    open = open.filter(({ opensAtMs, closesAtMs }) => opensAtMs >= begin || closesAtMs > begin);
    const { certain, draws } = drawsOf(open, begin, begin + binMs);
    expected[bin] = draws.reduce((sum, { count, probability }) => sum + count * probability, certain);
    const range = hitRange95(draws);
    low[bin] = certain + range.low;
    high[bin] = certain + range.high;
  }
  return { expected, low, high, figures: figureRanges(pooled) };
}

/** The 95 % range of the number of starts within [fromMs, toMs), epoch milliseconds UTC. */
export function startsWithin(segments: readonly StartSegment[], fromMs: number, toMs: number): Range {
  const { certain, draws } = drawsOf(segments, fromMs, toMs);
  const { low, high } = hitRange95(draws);
  return { low: certain + low, high: certain + high };
}

function figureRanges(segments: readonly StartSegment[]): StartDistribution['figures'] {
  const count = segments.reduce((sum, segment) => sum + segment.count, 0);
  if (count === 0) return null;
  const rangeOf = (rank: number): Range => ({
    low: instantOf(segments, rank, 0.975),
    high: instantOf(segments, rank, 0.025),
  });
  return {
    firstMs: rangeOf(1),
    medianMs: rangeOf(rankOf(50, count)),
    percentile95Ms: rangeOf(rankOf(95, count)),
    lastMs: rangeOf(count),
  };
}

/**
 * The first instant by which the run of a rank has started in more than `1 - quantile` of all samples, that is, at which
 * the quantile of the number of starts is at least the rank.
 */
function instantOf(segments: readonly StartSegment[], rank: number, quantile: 0.025 | 0.975): number {
  let before = (segments[0]?.opensAtMs ?? 0) - 1;
  let by = segments.reduce((last, { opensAtMs, closesAtMs }) => Math.max(last, opensAtMs, closesAtMs), before);
  while (by - before > 1) {
    const middle = Math.floor((before + by) / 2);
    const { certain, draws } = drawsOf(segments, -Infinity, middle + 1);
    if (certain + hitQuantile(draws, quantile) >= rank) by = middle;
    else before = middle;
  }
  return by;
}

/**
 * The runs that start within [fromMs, toMs): the certain ones, and the others as draws. Segments of equal probability are
 * merged, such as all of one length that contain the whole bin.
 */
function drawsOf(
  segments: readonly StartSegment[],
  fromMs: number,
  toMs: number,
): { certain: number; draws: BinomialDraws[] } {
  let certain = 0;
  const counts = new Map<number, number>();
  for (const { count, opensAtMs, closesAtMs } of segments) {
    const probability = probabilityWithin(opensAtMs, closesAtMs, fromMs, toMs);
    if (probability >= 1) certain += count;
    else if (probability > 0) counts.set(probability, count + (counts.get(probability) ?? 0));
  }
  return { certain, draws: Array.from(counts, ([probability, count]) => ({ probability, count })) };
}

/** The probability of a start within [fromMs, toMs). Starts are whole milliseconds, open inclusive, close exclusive. */
function probabilityWithin(opensAtMs: number, closesAtMs: number, fromMs: number, toMs: number): number {
  if (closesAtMs <= opensAtMs) return fromMs <= opensAtMs && opensAtMs < toMs ? 1 : 0;
  const [from, to] = [Math.max(opensAtMs, Math.ceil(fromMs)), Math.min(closesAtMs, Math.ceil(toMs))];
  return Math.max(0, to - from) / (closesAtMs - opensAtMs);
}

/** Merges segments of the same window, because many zones keep the same time, and sorts them by open. */
function pool(segments: readonly StartSegment[]): StartSegment[] {
  const pooled = new Map<string, StartSegment>();
  for (const segment of segments) {
    const window = `${segment.opensAtMs}-${segment.closesAtMs}`;
    pooled.set(window, { ...segment, count: segment.count + (pooled.get(window)?.count ?? 0) });
  }
  return [...pooled.values()].filter(({ count }) => count > 0).sort((a, b) => a.opensAtMs - b.opensAtMs);
}
