/** A bar this many times higher than nearly all others would flatten them. */
const spikeFactor = 4;
/** At most this share of the bars may be cut by the axis. */
const spikeShare = 0.06;

/** The value at the top of the axis; a few outliers are cut. @param whole true to show every value in full */
export function axisTop(numbers: readonly number[], whole: boolean): { readonly top: number; readonly cut: boolean } {
  const sorted = numbers.filter((count) => count > 0).sort((a, b) => a - b);
  const most = sorted.at(-1) ?? 0;
  const usual = sorted[Math.floor((sorted.length - 1) * (1 - spikeShare))] ?? 0;
  if (whole || most <= spikeFactor * usual) return { top: Math.max(4, most), cut: false };
  return { top: Math.max(4, 1.6 * usual), cut: true };
}
