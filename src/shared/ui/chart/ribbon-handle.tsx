import { Box } from '@mui/material';
import type { PointerEvent, RefObject } from 'react';
import { moveByKey, leftOn, snapToStep, type TimeSpan } from './ribbon-scale.ts';

export interface Handle {
  readonly name: string;
  /** The accessible name: *Task A created*. */
  readonly label: string;
  readonly atMs: number;
  /** The `aria-valuetext`. */
  readonly valueText: string;
}

interface RibbonHandleProps {
  readonly handle: Handle;
  readonly span: TimeSpan;
  readonly bar: RefObject<HTMLElement | null>;
  readonly onMove: (toMs: number) => void;
}

/** A slider handle for pointer and keyboard. */
export function RibbonHandle({ handle, span, bar, onMove }: RibbonHandleProps) {
  const drag = (event: PointerEvent<HTMLElement>) => {
    const box = bar.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    onMove(snapToStep(span, span.fromMs + ((event.clientX - box.left) / box.width) * (span.toMs - span.fromMs)));
  };
  return (
    <Box
      role="slider"
      tabIndex={0}
      aria-label={handle.label}
      aria-valuemin={span.fromMs}
      aria-valuemax={span.toMs}
      aria-valuenow={handle.atMs}
      aria-valuetext={handle.valueText}
      onKeyDown={(event) => {
        const toMs = moveByKey(span, handle.atMs, event.key, event.shiftKey);
        if (toMs === null) return;
        event.preventDefault();
        onMove(toMs);
      }}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      sx={{
        position: 'absolute',
        left: leftOn(span, handle.atMs),
        top: 10,
        width: 24,
        height: 24,
        ml: '-12px',
        borderRadius: '50%',
        border: 2,
        borderColor: 'vesper.start',
        color: 'vesper.start',
        bgcolor: 'background.paper',
        display: 'grid',
        placeItems: 'center',
        fontSize: '0.6875rem',
        fontWeight: 700,
        cursor: 'ew-resize',
        touchAction: 'none',
        zIndex: 1,
        '&:focus-visible': { zIndex: 2 },
      }}
    >
      {handle.name}
    </Box>
  );
}
