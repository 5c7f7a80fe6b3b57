import { Box, Button } from '@mui/material';
import type { Span } from '../inputs/short-instant.ts';
import { leastSpanMs, lengthOf, panned, zoomed } from './time-range.ts';

interface ZoomButtonsProps {
  readonly span: Span;
  readonly whole: Span;
  /** True while only a part of time is in sight. */
  readonly isZoomed: boolean;
  readonly onView: (view: Span | null) => void;
}

/** Zoom and pan by buttons: what wheel, drag and keys do. */
export function ZoomButtons({ span, whole, isZoomed, onView }: ZoomButtonsProps) {
  const middle = (span.fromMs + span.toMs) / 2;
  const buttons = [
    ['Zoom in', '+', lengthOf(span) <= leastSpanMs, () => zoomed(span, whole, 0.5, middle)],
    ['Zoom out', '−', !isZoomed, () => zoomed(span, whole, 2, middle)],
    ['Earlier', '←', !isZoomed || span.fromMs <= whole.fromMs, () => panned(span, whole, -0.5)],
    ['Later', '→', !isZoomed || span.toMs >= whole.toMs, () => panned(span, whole, 0.5)],
    ['All of it', 'All', !isZoomed, () => null],
  ] as const;
  return (
    <Box role="group" aria-label="Part of time in the picture" sx={{ display: 'flex', gap: 1 }}>
      {buttons.map(([name, symbol, disabled, next]) => (
        <Button
          key={name}
          aria-label={name}
          title={name}
          disabled={disabled}
          onClick={() => {
            onView(next());
          }}
          sx={{ minWidth: 32, px: 2 }}
        >
          {symbol}
        </Button>
      ))}
    </Box>
  );
}
