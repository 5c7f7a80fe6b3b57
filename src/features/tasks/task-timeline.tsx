import { Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { scaleLinear } from 'd3-scale';
import { curveStepAfter, line } from 'd3-shape';
import type { TaskTimelineView } from '#contract/tasks.ts';
import type { TaskId } from '#domain/ids.ts';
import { useAsOf } from '#src/shared/live/pulse-status.ts';
import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { timeTicks } from '#src/shared/time/ticks.ts';
import { colours } from '#src/shared/ui/chart/chart-colours.ts';
import { axisTop } from '#src/shared/ui/chart/axis-top.ts';
import { FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { useWidth } from '#src/shared/ui/chart/use-width.ts';
import { taskTimelineQuery } from './queries.ts';
import { startByHandWords, timelineWords } from './timeline-words.ts';

/** Pixels. */
const [height, top, floor] = [104, 14, 84];
const minuteMs = 60_000;
/** The width of a tick label, and of the label *now*, in pixels. */
const [tickRoom, nowRoom] = [64, 32];
/** The width of the number beside a cut bar, in pixels. */
const cutRoom = 56;

/** The runs of a task over time: starts, concurrent scans and the simulated now, with a text alternative below. */
export function TaskTimeline({ taskId }: { taskId: TaskId }) {
  const timeline = useQuery(taskTimelineQuery(taskId));
  const asOf = useAsOf(timeline);
  const { ref, width } = useWidth<HTMLDivElement>();
  const { data } = timeline;
  if (!data && timeline.isError)
    return <FailedState what="The runs over time" error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const zone = viewerZone();
  return (
    <Box>
      <Box ref={ref} sx={{ height }}>
        {data && width > 0 ? (
          <Ribbon timeline={data} nowMs={Date.parse(asOf ?? data.asOf)} width={width} zone={zone} />
        ) : (
          <Skeleton variant="rounded" height={height} />
        )}
      </Box>
      <Typography variant="body2" color="textSecondary">
        {data &&
          `${timelineWords(data, zone)} Bars are starts, the line is scans at once${data.byHand.length === 0 ? '' : ', triangles are starts by hand'}.`}
      </Typography>
    </Box>
  );
}

interface RibbonProps {
  readonly timeline: TaskTimelineView;
  readonly nowMs: number;
  readonly width: number;
  readonly zone: string;
}

function Ribbon({ timeline: { from, binMinutes, starts, running, byHand }, nowMs, width, zone }: RibbonProps) {
  const [fromMs, binMs] = [Date.parse(from), binMinutes * minuteMs];
  const toMs = fromMs + starts.length * binMs;
  const x = scaleLinear([fromMs, toMs], [0, width]);
  // Hundreds of simultaneous starts would flatten all other bars, so such a bar is cut and labelled with its number.
  const { top: most } = axisTop([...starts, ...running], false);
  const y = scaleLinear([0, most], [floor, top]).clamp(true);
  const wide = Math.max(1, x(fromMs + binMs) - 1);
  const bars = starts
    .map((count, bin) => {
      if (count === 0) return '';
      // At least two pixels, so that one start among thousands stays visible.
      const up = Math.min(y(count), floor - 2);
      return `M${x(fromMs + bin * binMs).toFixed(1)} ${String(floor)}V${up.toFixed(1)}h${wide.toFixed(1)}V${String(floor)}`;
    })
    .join('');
  const steps = line<number>()
    .curve(curveStepAfter)
    .x((_, bin) => x(fromMs + bin * binMs))
    .y((count) => y(count));
  const now = x(Math.min(Math.max(nowMs, fromMs), toMs));
  return (
    <svg
      role="img"
      aria-label="Runs over time"
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      style={{ display: 'block' }}
    >
      <title>{`Bars: starts in each ${binWords(binMinutes)}. Line: scans running at once. Now: ${dayTimeIn(zone, nowMs)}`}</title>
      <line x1={0} x2={width} y1={floor} y2={floor} stroke={colours.strongLine} />
      {timeTicks({ fromMs, toMs }, zone, Math.max(2, width / tickRoom))
        .filter(({ atMs }) => x(atMs) > 18 && x(atMs) < width - 18)
        .map(({ atMs, label }) => (
          <text key={atMs} x={x(atMs)} y={floor + 15} fontSize={11} fill={colours.muted} textAnchor="middle">
            {label}
          </text>
        ))}
      <path d={bars} fill={colours.window} fillOpacity={0.85} />
      <path d={steps([...running, 0]) ?? ''} fill="none" stroke={colours.start} strokeWidth={1.5} />
      {starts.map((count, bin) => {
        if (count <= most) return null;
        const right = x(fromMs + (bin + 1) * binMs);
        const left = right > width - cutRoom;
        return (
          <text
            key={bin}
            x={left ? x(fromMs + bin * binMs) - 3 : right + 3}
            y={top + 12}
            fontSize={11}
            fontWeight={600}
            fill={colours.ink}
            textAnchor={left ? 'end' : 'start'}
          >
            {count} ↑
          </text>
        );
      })}
      {byHand.map((start) => (
        <ByHandMark key={`${start.at} ${start.by ?? ''}`} at={x(Date.parse(start.at))}>
          {startByHandWords(start, zone)}
        </ByHandMark>
      ))}
      <line x1={now} x2={now} y1={4} y2={floor} stroke={colours.now} strokeWidth={1.5} />
      <text
        x={now + (now > width - nowRoom ? -4 : 4)}
        y={11}
        fontSize={11}
        fontWeight={600}
        fill={colours.now}
        textAnchor={now > width - nowRoom ? 'end' : 'start'}
      >
        now
      </text>
    </svg>
  );
}

/** A dashed line with a triangle at a manual start. */
const ByHandMark = ({ at, children }: { at: number; children: string }) => (
  <g>
    <title>{`Started by hand: ${children}`}</title>
    <line x1={at} x2={at} y1={top} y2={floor} stroke={colours.ink} strokeDasharray="2 3" />
    <path d={`M${at.toFixed(1)} ${String(top)}l-5 -9h10z`} fill={colours.ink} />
  </g>
);

const binWords = (minutes: number): string =>
  minutes % 60 === 0 ? `${String(minutes / 60)} h` : `${String(minutes)} min`;
