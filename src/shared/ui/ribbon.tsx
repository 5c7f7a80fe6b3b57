import { Box } from '@mui/material';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly label?: string;
}

export interface Handle {
  readonly name: string;
  readonly atMs: number;
  /** What it says to a screen reader. */
  readonly says: string;
}

interface RibbonProps {
  readonly span: Stretch;
  /** Shaded stretches of the ribbon. */
  readonly windows: readonly Stretch[];
  /** Lines below it, one for each handle. */
  readonly spans: readonly (Stretch & { readonly handle: string })[];
  readonly ticks: readonly { readonly atMs: number; readonly label: string; readonly strong: boolean }[];
  readonly nowMs: number;
  readonly changes: readonly { readonly atMs: number; readonly label: string }[];
  readonly handles: readonly Handle[];
  readonly onMove: (name: string, toMs: number) => void;
}

const stepMs = 15 * 60_000;
const hourMs = 3_600_000;
const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 12,
  PageDown: -12,
};

/** A stretch of time with windows shaded, *now*, clock changes, and handles to drag or move by arrow keys. */
export function Ribbon({ span, windows, spans, ticks, nowMs, changes, handles, onMove }: RibbonProps) {
  const frame = useRef<HTMLDivElement>(null);
  const at = (ms: number) =>
    `${String(Math.min(100, Math.max(0, (100 * (ms - span.fromMs)) / (span.toMs - span.fromMs))))}%`;
  const width = (s: Stretch) => `calc(${at(s.toMs)} - ${at(s.fromMs)})`;
  const move = (name: string, ms: number) => {
    onMove(name, Math.min(span.toMs, Math.max(span.fromMs, Math.round(ms / stepMs) * stepMs)));
  };
  const drag = (handle: Handle) => (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move(handle.name, span.fromMs + ((event.clientX - box.left) / box.width) * (span.toMs - span.fromMs));
  };
  const key = (handle: Handle) => (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    move(handle.name, handle.atMs + step * (event.shiftKey ? hourMs : stepMs));
  };
  return (
    <Box sx={{ userSelect: 'none', pt: 5, pb: spans.length > 0 ? 11 : 6 }}>
      <Box
        ref={frame}
        sx={{
          position: 'relative',
          height: 46,
          border: 1,
          borderColor: 'vesper.strongLine',
          borderRadius: 1.5,
          bgcolor: 'background.paper',
        }}
      >
        {ticks.map((tick) => (
          <Tick key={tick.atMs} left={at(tick.atMs)} label={tick.label} strong={tick.strong} />
        ))}
        {windows.map((w) => (
          <Box
            key={w.fromMs}
            sx={{
              position: 'absolute',
              insetBlock: 0,
              left: at(w.fromMs),
              width: width(w),
              bgcolor: 'vesper.windowFill',
              borderInline: 1,
              borderColor: 'vesper.window',
              overflow: 'hidden',
              whiteSpace: 'nowrap',
              display: 'grid',
              placeItems: 'center',
              fontWeight: 600,
              fontSize: '0.75rem',
            }}
          >
            <span>{w.label}</span>
          </Box>
        ))}
        {changes.map((change) => (
          <Box
            key={change.atMs}
            title={change.label}
            sx={{
              position: 'absolute',
              top: -4,
              bottom: -4,
              left: at(change.atMs),
              borderLeft: '2px dotted',
              borderColor: 'text.primary',
            }}
          >
            <Box
              component="span"
              sx={{ position: 'absolute', bottom: -34, left: 4, fontSize: '0.6875rem', whiteSpace: 'nowrap' }}
            >
              {change.label}
            </Box>
          </Box>
        ))}
        <Box
          sx={{
            position: 'absolute',
            top: -4,
            bottom: -4,
            left: at(nowMs),
            borderLeft: '2px solid',
            borderColor: 'vesper.now',
          }}
        >
          <Box
            component="span"
            sx={{
              position: 'absolute',
              top: -17,
              left: -10,
              color: 'vesper.now',
              fontSize: '0.6875rem',
              fontWeight: 600,
            }}
          >
            now
          </Box>
        </Box>
        {spans.map((line, i) => (
          <Box
            key={line.handle}
            aria-hidden
            sx={{
              position: 'absolute',
              top: 72 + i * 12,
              left: at(line.fromMs),
              width: width(line),
              minWidth: 6,
              height: 6,
              borderRadius: 3,
              bgcolor: 'vesper.start',
            }}
          >
            <Box
              component="span"
              sx={{
                position: 'absolute',
                left: -14,
                top: -6,
                fontSize: '0.6875rem',
                color: 'vesper.start',
                fontWeight: 600,
              }}
            >
              {line.handle}
            </Box>
          </Box>
        ))}
        {handles.map((handle) => (
          <Box
            key={handle.name}
            role="slider"
            tabIndex={0}
            aria-label={`Task ${handle.name} created`}
            aria-valuemin={span.fromMs}
            aria-valuemax={span.toMs}
            aria-valuenow={handle.atMs}
            aria-valuetext={handle.says}
            onKeyDown={key(handle)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={drag(handle)}
            sx={{
              position: 'absolute',
              left: at(handle.atMs),
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
            }}
          >
            {handle.name}
          </Box>
        ))}
      </Box>
    </Box>
  );
}

function Tick({ left, label, strong }: { left: string; label: string; strong: boolean }) {
  return (
    <Box
      aria-hidden
      sx={{
        position: 'absolute',
        left,
        top: 0,
        bottom: strong ? 0 : -5,
        borderLeft: '1px solid',
        borderColor: 'divider',
      }}
    >
      <Box
        component="span"
        sx={{
          position: 'absolute',
          bottom: strong ? undefined : -18,
          top: strong ? -20 : undefined,
          left: strong ? 4 : -7,
          fontSize: '0.6875rem',
          color: 'text.secondary',
          whiteSpace: 'nowrap',
        }}
      >
        {label}
      </Box>
    </Box>
  );
}
