import { checkBins, type Bins } from './bins.ts';

export interface Load {
  /** The highest number of scans that run at one instant of each bar. */
  readonly highest: Uint32Array;
  /** The highest number at any instant, inside the bars or not. */
  readonly peak: number;
  /** The first instant with that number, epoch milliseconds UTC; null when nothing runs. */
  readonly peakAtMs: number | null;
}

/**
 * How many scans run at once. A scan runs from its start up to its end, which is no longer part of it: the rule of `stateAt`.
 * @param startsMs epoch milliseconds UTC, Infinity for a run that waits for a person
 * @param durationsMs milliseconds, a row each as in `startsMs`
 * @throws RangeError when the columns differ in length or a bar has none.
 */
export function runningAtOnce(startsMs: Float64Array, durationsMs: Float64Array, shape: Bins): Load {
  checkBins(shape);
  if (startsMs.length !== durationsMs.length) throw new RangeError('Each run needs a start and a duration.');
  const { fromMs, binMs, bins } = shape;
  const starts = startsMs.toSorted();
  const ends = startsMs.map((start, i) => start + (durationsMs[i] ?? 0)).sort();
  const highest = new Uint32Array(bins);
  let [begun, ended, bin, peak] = [0, 0, -1, 0];
  let peakAtMs: number | null = null;
  for (;;) {
    const atMs = Math.min(starts[begun] ?? Infinity, ends[ended] ?? Infinity);
    // What runs when a bar begins counts in it, even when nothing starts or ends there.
    while (bin + 1 < bins && fromMs + (bin + 1) * binMs < atMs) {
      bin += 1;
      highest[bin] = begun - ended;
    }
    if (!(atMs < Infinity)) return { highest, peak, peakAtMs };
    while (starts[begun] === atMs) begun += 1;
    while (ends[ended] === atMs) ended += 1;
    const running = begun - ended;
    if (running > peak) [peak, peakAtMs] = [running, atMs];
    if (atMs < fromMs + (bin + 1) * binMs && running > (highest[bin] ?? Infinity)) highest[bin] = running;
  }
}
