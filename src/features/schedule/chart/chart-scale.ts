import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { axisTop } from '#src/shared/ui/chart/axis-top.ts';
import type { Bin } from './bins.ts';
import type { Span } from '../inputs/short-instant.ts';

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

/** The scales of a picture `width` pixels wide. @param whole draw every bar to its full height */
export function scalesOf(span: Span, sides: readonly (readonly Bin[])[], width: number, whole: boolean): Scales {
  const x = scaleLinear([span.fromMs, span.toMs], [frame.left, width - frame.right]);
  const inSight = sides.flat().filter(({ fromMs, toMs }) => toMs > span.fromMs && fromMs < span.toMs);
  const { top, cut } = axisTop(
    inSight.flatMap(({ starts, running, high }) => [starts, running, high]),
    whole,
  );
  const y = scaleLinear([0, top], [frame.height - frame.bottom, frame.top]).nice(4);
  return { x, y, cut };
}
