import { area, curveLinear, curveStepAfter, line } from 'd3-shape';
import type { Bin } from './bins.ts';
import { frame, type Scales } from './chart-scale.ts';
import { colours } from '#src/shared/ui/chart/chart-colours.ts';

interface BarsProps {
  readonly bins: readonly Bin[];
  readonly scales: Scales;
}

const floor = frame.height - frame.bottom;

/** One outline of all bars: hundreds of elements would be slow to move. */
function barPath(bins: readonly Bin[], { x, y }: Scales, gap: number): string {
  return bins
    .filter(({ starts }) => starts > 0)
    .map(({ fromMs, toMs, starts }) => {
      const left = x(fromMs) + gap / 2;
      const wide = Math.max(1, x(toMs) - x(fromMs) - gap);
      // A start among thousands keeps a pixel: it may not vanish.
      return `M${left.toFixed(1)} ${String(floor)}V${Math.min(y(starts), floor - 1).toFixed(1)}h${wide.toFixed(1)}V${String(floor)}`;
    })
    .join('');
}

/** Starts of the sample, filled. */
export const Bars = ({ bins, scales }: BarsProps) => (
  <path d={barPath(bins, scales, 1)} fill={colours.window} fillOpacity={0.85} />
);

/** The same of what holds now, beside a draft: outlines of dashes, on a light ground so that they are seen on bars too. */
export function Outlines({ bins, scales }: BarsProps) {
  const outlines = barPath(bins, scales, 1);
  return (
    <>
      <path d={outlines} fill="none" stroke={colours.paper} strokeWidth={2} />
      <path d={outlines} fill="none" stroke={colours.ink} strokeWidth={1.25} strokeDasharray="3 2" />
    </>
  );
}

/** What is expected over all samples, as a line of steps in the range of 95 of 100. */
export function Expected({ bins, scales: { x, y } }: BarsProps) {
  const last = bins.at(-1);
  if (!last) return null;
  // A step is drawn from where its bin begins; the last one needs an end.
  const steps = [...bins, { ...last, fromMs: last.toMs }];
  const range = area<Bin>()
    .curve(curveStepAfter)
    .x(({ fromMs }) => x(fromMs))
    .y0(({ low }) => y(low))
    .y1(({ high }) => y(high));
  const middle = line<Bin>()
    .curve(curveStepAfter)
    .x(({ fromMs }) => x(fromMs))
    .y(({ expected }) => y(expected));
  return (
    <>
      <path d={range(steps) ?? ''} fill={colours.ink} fillOpacity={0.1} />
      <path d={middle(steps) ?? ''} fill="none" stroke={colours.ink} strokeWidth={1} strokeDasharray="1 2" />
    </>
  );
}

/** Scans running at once, as a curve. Its edge tells it from the bars where no colour does. */
export function Running({ bins, scales: { x, y } }: BarsProps) {
  const curve = line<Bin>()
    .curve(curveLinear)
    .x(({ fromMs, toMs }) => x((fromMs + toMs) / 2))
    .y(({ running }) => y(running));
  const path = curve(bins) ?? '';
  return (
    <>
      <path d={path} fill="none" stroke={colours.paper} strokeWidth={5} strokeLinejoin="round" />
      <path d={path} fill="none" stroke={colours.start} strokeWidth={2} strokeLinejoin="round" />
    </>
  );
}

/** Above a bar that is higher than the axis: a break, and its number. */
export function Spikes({ bins, scales: { x, y } }: BarsProps) {
  const [, top = 0] = y.domain();
  return bins
    .filter(({ starts }) => starts > top)
    .map(({ fromMs, toMs, starts }, place, all) => {
      const at = x((fromMs + toMs) / 2);
      const before = all[place - 1];
      const room = before === undefined || at - x((before.fromMs + before.toMs) / 2) > 44;
      return (
        <g key={fromMs}>
          <path
            d={`M${String(x(fromMs) - 2)} ${String(frame.top + 12)}l${String(x(toMs) - x(fromMs) + 4)} -6`}
            stroke={colours.paper}
            strokeWidth={3}
          />
          {room && (
            <text
              x={at + (x(toMs) - x(fromMs)) / 2 + 3}
              y={frame.top + 12}
              fontSize={11}
              fontWeight={600}
              fill={colours.ink}
              stroke={colours.paper}
              strokeWidth={3}
              paintOrder="stroke"
            >
              {starts.toLocaleString('en')} ↑
            </text>
          )}
        </g>
      );
    });
}
