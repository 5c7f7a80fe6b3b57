import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Bin } from './bins.ts';
import type { Span } from './short-instant.ts';

/** The measures of the picture, in pixels. */
export const frame = { left: 48, right: 8, top: 40, bottom: 44, height: 320 } as const;

export interface Scales {
  /** Epoch milliseconds → pixels from the left edge. */
  readonly x: ScaleLinear<number, number>;
  /** Runs → pixels from the top edge. */
  readonly y: ScaleLinear<number, number>;
  /** True where a few bars are higher than the axis, so that the others can be seen. */
  readonly cut: boolean;
}

/** A bar so many times higher than nearly all others would press them flat. */
const spikeFactor = 4;
/** At most this share of what is drawn may stand out above the axis. */
const spikeShare = 0.06;

/** The scales of a picture `width` pixels wide. @param whole draw every bar to its full height */
export function scalesOf(span: Span, sides: readonly (readonly Bin[])[], width: number, whole: boolean): Scales {
  const x = scaleLinear([span.fromMs, span.toMs], [frame.left, width - frame.right]);
  const inSight = sides.flat().filter(({ fromMs, toMs }) => toMs > span.fromMs && fromMs < span.toMs);
  const { top, cut } = topOf(
    inSight.flatMap(({ starts, running, high }) => [starts, running, high]),
    whole,
  );
  const y = scaleLinear([0, top], [frame.height - frame.bottom, frame.top]).nice(4);
  return { x, y, cut };
}

/** The number of runs at the top of the axis. A few numbers that tower above all others are cut. */
export function topOf(numbers: readonly number[], whole: boolean): { readonly top: number; readonly cut: boolean } {
  const sorted = numbers.filter((count) => count > 0).sort((a, b) => a - b);
  const most = sorted.at(-1) ?? 0;
  const usual = sorted[Math.floor((sorted.length - 1) * (1 - spikeShare))] ?? 0;
  if (whole || most <= spikeFactor * usual) return { top: Math.max(4, most), cut: false };
  return { top: Math.max(4, 1.6 * usual), cut: true };
}
