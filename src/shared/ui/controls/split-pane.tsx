import { Box } from '@mui/material';
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';

interface SplitPaneProps {
  /** Names the border between the two. */
  readonly label: string;
  /** Under what the width is remembered by this browser. */
  readonly name: string;
  /** Of the first pane, in pixels: to begin with, and the least it can have. The most is half of the whole. */
  readonly width: number;
  readonly minWidth: number;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** How far a key moves the border, in pixels. */
const step = 16;

/**
 * Two panes side by side, with a border that can be dragged and moved by keys: the *window splitter* of the WAI-ARIA
 * practices. A double click brings the first width back.
 */
export function SplitPane({ label, name, width: firstWidth, minWidth, first, second }: SplitPaneProps) {
  const id = useId();
  const [remembered, remember] = useLocalStorage<string>(name, String(firstWidth));
  const [dragged, setDragged] = useState<number | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const grabbedAt = useRef(0);
  const stored = Number(remembered);
  const width = dragged ?? (Number.isFinite(stored) ? stored : firstWidth);
  const within = (wanted: number) => {
    const most = Math.max(minWidth, (frame.current?.clientWidth ?? Infinity) / 2);
    return Math.round(Math.min(most, Math.max(minWidth, wanted)));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const wanted = afterKey(event.key, within(width));
    if (wanted === null) return;
    event.preventDefault();
    remember(String(within(wanted)));
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grabbedAt.current = event.clientX - within(width);
    setDragged(within(width));
  };
  return (
    <Box ref={frame} sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
      <Box id={id} style={{ width }} sx={{ flex: 'none', minWidth, maxWidth: '50%' }}>
        {first}
      </Box>
      <Box
        role="separator"
        aria-orientation="vertical"
        aria-controls={id}
        aria-valuemin={minWidth}
        aria-valuenow={width}
        aria-valuetext={`${String(width)} pixels`}
        tabIndex={0}
        title={label}
        data-dragged={dragged !== null || undefined}
        onKeyDown={onKeyDown}
        onDoubleClick={() => {
          remember(String(firstWidth));
        }}
        onPointerDown={onPointerDown}
        onPointerMove={(event) => {
          if (dragged !== null) setDragged(within(event.clientX - grabbedAt.current));
        }}
        onLostPointerCapture={() => {
          if (dragged !== null) remember(String(dragged));
          setDragged(null);
        }}
        sx={border}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>{second}</Box>
    </Box>
  );
}

/** The width that a key asks for; null where it asks for none. */
function afterKey(key: string, width: number): number | null {
  switch (key) {
    case 'ArrowLeft':
      return width - step;
    case 'ArrowRight':
      return width + step;
    case 'Home':
      return 0;
    case 'End':
      return Infinity;
    default:
      return null;
  }
}

/** One thin line to see; the rest of the width to grab lies over the second pane's margin, not over a scroll bar of the first. */
const border = {
  position: 'relative',
  zIndex: 1,
  flex: 'none',
  width: 12,
  borderLeft: 1,
  borderColor: 'divider',
  cursor: 'col-resize',
  touchAction: 'none',
  userSelect: 'none',
  '&::after': { content: '""', position: 'absolute', insetBlock: 0, left: -1, width: 24 },
  '@media (pointer: coarse)': { '&::after': { width: 32 } },
  '&:hover, &[data-dragged], &:focus-visible': { borderColor: 'primary.main', outline: 'none' },
  '&:focus-visible': { boxShadow: 'inset 2px 0 var(--vesper-palette-primary-main)' },
} as const;
