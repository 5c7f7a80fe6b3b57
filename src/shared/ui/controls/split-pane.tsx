import { Box } from '@mui/material';
import { useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';

interface SplitPaneProps {
  /** The tooltip of the separator. */
  readonly label: string;
  /** The local storage key of the width. */
  readonly name: string;
  /** Initial and minimum width of the first pane, in pixels. The maximum is half of the whole. */
  readonly width: number;
  readonly minWidth: number;
  readonly first: ReactNode;
  readonly second: ReactNode;
}

/** Pixels per key press. */
const step = 16;

/**
 * Two resizable panes: the [window splitter](https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter/) of the WAI-ARIA
 * practices. A double click restores the initial width.
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

/** The width after a key; null if the key does not resize. */
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

/** A thin line; its wider grab area overlaps the second pane's margin, not the first pane's scroll bar. */
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
