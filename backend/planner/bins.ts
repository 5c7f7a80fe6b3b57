/** The bars of a chart: `bins` of them, each `binMs` long, from the instant `fromMs` on (epoch milliseconds UTC). */
export interface Bins {
  readonly fromMs: number;
  readonly binMs: number;
  readonly bins: number;
}

/** @throws RangeError when a bar has no length, or their number is none. */
export function checkBins({ binMs, bins }: Bins): void {
  if (!(binMs > 0)) throw new RangeError('A bar is longer than nothing.');
  if (!Number.isInteger(bins) || bins < 0) throw new RangeError('The number of bars is a whole number.');
}

/**
 * How many runs start in each bar; a start outside all of them is in none.
 * @param startsMs epoch milliseconds UTC, Infinity for a run that waits for a person
 */
export function startsPerBin(startsMs: Float64Array, shape: Bins): Uint32Array {
  checkBins(shape);
  const { fromMs, binMs, bins } = shape;
  const counts = new Uint32Array(bins);
  for (const startMs of startsMs) {
    const bin = Math.floor((startMs - fromMs) / binMs);
    if (bin >= 0 && bin < bins) counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}
