/** The bins of a histogram: `bins` of them, each `binMs` wide, from `fromMs` (epoch milliseconds UTC). */
export interface Bins {
  readonly fromMs: number;
  readonly binMs: number;
  readonly bins: number;
}

/** @throws RangeError for a width or a number of bins that is not positive or not whole */
export function checkBins({ binMs, bins }: Bins): void {
  if (!(binMs > 0)) throw new RangeError('The width of a bin must be positive.');
  if (!Number.isInteger(bins) || bins < 0)
    throw new RangeError('The number of bins must be a non-negative whole number.');
}

/**
 * The number of starts in each bin; starts outside are ignored.
 * @param startsMs epoch milliseconds UTC, Infinity for a run without a planned start
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
