import { checkBins, type Bins } from './bins.ts';
import { sortedInstants } from './sorted-instants.ts';

export interface ConcurrentRuns {
  /** The highest number of concurrent scans in each bin. */
  readonly highest: Uint32Array;
  /** The highest number of concurrent scans at any instant. */
  readonly peak: number;
  /** The first instant of the peak, epoch milliseconds UTC; null if nothing runs. */
  readonly peakAtMs: number | null;
}

/**
 * Counts concurrent scans. A scan runs during [start, end), as in `stateAt`.
 * @param startsMs whole epoch milliseconds UTC, Infinity without a planned start
 * @param durationsMs whole milliseconds, a row each as in `startsMs`
 * @throws RangeError for columns of different lengths or invalid bins
 */
export function runningAtOnce(startsMs: Float64Array, durationsMs: Float64Array, shape: Bins): ConcurrentRuns {
  checkBins(shape);
  if (startsMs.length !== durationsMs.length) throw new RangeError('Each run needs a start and a duration.');
  const starts = new Float64Array(startsMs.length);
  const ends = new Float64Array(startsMs.length);
  let scans = 0;
  for (let i = 0; i < startsMs.length; i += 1) {
    const startMs = startsMs[i] ?? Infinity;
    if (startMs === Infinity) continue;
    starts[scans] = startMs;
    ends[scans] = startMs + (durationsMs[i] ?? 0);
    scans += 1;
  }
  return countConcurrent(sortedInstants(starts.subarray(0, scans)), sortedInstants(ends.subarray(0, scans)), shape);
}

/** Merges the sorted starts and ends. */
function countConcurrent(starts: Float64Array, ends: Float64Array, { fromMs, binMs, bins }: Bins): ConcurrentRuns {
  const highest = new Uint32Array(bins);
  const at = (instants: Float64Array, index: number) =>
    index < instants.length ? (instants[index] ?? Infinity) : Infinity;
  let [begun, ended, peak] = [0, 0, 0];
  let peakAtMs: number | null = null;
  let bin = -1;
  let nextBinMs = fromMs;
  for (;;) {
    const atMs = Math.min(at(starts, begun), at(ends, ended));
    // Scans that run when a bin begins count in it, even if nothing starts or ends there.
    while (bin + 1 < bins && nextBinMs < atMs) {
      bin += 1;
      nextBinMs += binMs;
      highest[bin] = begun - ended;
    }
    if (!(atMs < Infinity)) return { highest, peak, peakAtMs };
    while (at(starts, begun) === atMs) begun += 1;
    while (at(ends, ended) === atMs) ended += 1;
    const running = begun - ended;
    if (running > peak) [peak, peakAtMs] = [running, atMs];
    if (bin >= 0 && atMs < nextBinMs && running > (highest[bin] ?? 0)) highest[bin] = running;
  }
}
