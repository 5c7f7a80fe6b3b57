import { Box, Typography } from '@mui/material';
import { useId, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { binAt, type Bin } from './bins.ts';
import { CountAxis, ChangeMarks, DetectionMarks, TimeAxis, type ChangeMark } from './chart-axes.tsx';
import { colours } from '#src/shared/ui/chart/chart-colours.ts';
import { Bars, Expected, Outlines, Running, Spikes } from './chart-series.tsx';
import { frame, scalesOf } from './chart-scale.ts';
import { describeBin } from './chart-text.ts';
import { chartKeyAction } from './chart-keys.ts';
import type { Span } from '../inputs/short-instant.ts';
import { useZoom } from './use-zoom.ts';

interface ChartProps {
  /** The picture's element, for a file of it. */
  readonly id: string;
  readonly width: number;
  /** The bins of the answer in sight, and beside a draft those of what holds now. */
  readonly bins: readonly Bin[];
  readonly currentBins: readonly Bin[] | null;
  readonly whole: Span;
  readonly view: Span | null;
  /** The part of time that was asked for last: keys go on from it, however soon they come. */
  readonly requestedView: Span | null;
  readonly zone: string;
  /** The simulated now: dates of its year are said without it. */
  readonly asOf: string;
  readonly detections: readonly number[];
  readonly changes: readonly ChangeMark[];
  /** The picture in words. */
  readonly summary: string;
  /** Draw every bar to its full height. */
  readonly tall: boolean;
  readonly onView: (view: Span | null) => void;
  /** Asks for the runs that start within a bin. */
  readonly onStarts: (span: Span) => void;
}

/** Starts and scans running at once over time: read, zoomed and panned by mouse, touch and keys. */
export function Chart(props: ChartProps) {
  const { id, width, bins, currentBins, whole, view, requestedView, zone, asOf } = props;
  const { detections, changes, summary, tall, onView, onStarts } = props;
  const clip = useId();
  const [readMs, setRead] = useState<number | null>(null);
  const { ref, span } = useZoom({ whole, view, width, onView });
  const scales = scalesOf(span, currentBins ? [bins, currentBins] : [bins], width, tall);
  const { x } = scales;
  const atMs = readMs ?? (span.fromMs + span.toMs) / 2;
  const bin = binAt(bins, atMs);
  const sentence = bin
    ? describeBin(bin, zone, currentBins && binAt(currentBins, atMs))
    : 'Nothing starts or runs here.';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = chartKeyAction(event.key, event.shiftKey, {
      span: requestedView ?? span,
      whole,
      isZoomed: requestedView !== null,
      bins,
      atMs,
    });
    if (move === null) return;
    event.preventDefault();
    if (move.kind === 'starts') {
      onStarts(move.span);
      return;
    }
    if (move.kind === 'read') setRead(move.atMs);
    else if (readMs === null) setRead(atMs);
    if (move.view !== undefined) onView(move.view);
  };
  const timeAt = (event: PointerEvent<SVGSVGElement> | React.MouseEvent<SVGSVGElement>) =>
    x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
  return (
    <>
      <Box
        component="svg"
        id={id}
        ref={ref}
        width={width}
        height={frame.height}
        viewBox={`0 0 ${String(width)} ${String(frame.height)}`}
        role="slider"
        tabIndex={0}
        aria-label="Starts over time"
        aria-describedby={`${clip}-words`}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bins.length - 1)}
        aria-valuenow={bin ? bins.indexOf(bin) : 0}
        aria-valuetext={sentence}
        onKeyDown={onKeyDown}
        onPointerMove={(event: PointerEvent<SVGSVGElement>) => {
          setRead(timeAt(event));
        }}
        onPointerLeave={() => {
          setRead(null);
        }}
        onClick={(event: React.MouseEvent<SVGSVGElement>) => {
          const pressed = binAt(bins, timeAt(event));
          if (pressed && pressed.starts > 0) onStarts(pressed);
        }}
        sx={{ display: 'block', touchAction: 'pan-y', cursor: 'crosshair', fontFamily: 'inherit' }}
      >
        <clipPath id={clip}>
          <rect
            x={frame.left}
            y={frame.top}
            width={Math.max(0, width - frame.left - frame.right)}
            height={frame.height - frame.top - frame.bottom}
          />
        </clipPath>
        <CountAxis scales={scales} />
        <TimeAxis scales={scales} span={span} zone={zone} asOf={asOf} />
        <g clipPath={`url(#${clip})`}>
          <Bars bins={bins} scales={scales} />
          <Expected bins={bins} scales={scales} />
          {currentBins && <Outlines bins={currentBins} scales={scales} />}
          <Running bins={bins} scales={scales} />
          {readMs !== null && bin && (
            <rect
              x={x(bin.fromMs)}
              width={Math.max(1, x(bin.toMs) - x(bin.fromMs))}
              y={frame.top}
              height={frame.height - frame.top - frame.bottom}
              fill={colours.ink}
              fillOpacity={0.12}
            />
          )}
          {scales.cut && <Spikes bins={bins} scales={scales} />}
        </g>
        <ChangeMarks scales={scales} changes={changes} />
        <DetectionMarks scales={scales} detections={detections} zone={zone} />
      </Box>
      <Typography
        variant="body2"
        color="textSecondary"
        sx={{ minHeight: 18, pl: 12 }}
        data-screen-only
        aria-hidden
        noWrap
        title={sentence}
      >
        {readMs === null
          ? 'Point at the picture to read it. Drag pans; the wheel zooms with Ctrl, or after a click; so do + − 0 and the arrow keys.'
          : sentence}
      </Typography>
      <Box id={`${clip}-words`} sx={visuallyHidden}>
        {summary} Arrow keys read bin by bin, plus and minus zoom, zero shows all, Shift with an arrow pans, Enter lists
        the runs of a bin.
      </Box>
    </>
  );
}
