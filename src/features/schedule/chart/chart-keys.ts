import type { Bin } from './bins.ts';
import type { Span } from '../inputs/short-instant.ts';
import { panned, within, zoomed } from './time-range.ts';

/** What a key does in the picture: it moves the line that reads it, or shows another part of time. */
export type ChartKeyAction =
  | { readonly kind: 'read'; readonly atMs: number; readonly view: Span | null | undefined }
  | { readonly kind: 'view'; readonly view: Span | null }
  | { readonly kind: 'starts'; readonly span: Span };

interface ChartView {
  readonly span: Span;
  readonly whole: Span;
  readonly isZoomed: boolean;
  readonly bins: readonly Bin[];
  /** Where the line stands, epoch milliseconds. */
  readonly atMs: number;
}

/**
 * Arrows read bin by bin, and the part of time in sight goes along; with Shift they pan. `+` and `−` zoom around the
 * line, `0` shows all, Home and End read the first and the last bin, Enter asks for the runs of the bin. Null for any
 * other key.
 */
export function chartKeyAction(key: string, shift: boolean, view: ChartView): ChartKeyAction | null {
  const { span, whole, isZoomed, bins, atMs } = view;
  switch (key) {
    case '+':
    case '=':
      return { kind: 'view', view: zoomed(span, whole, 0.5, atMs) };
    case '-':
    case '−':
      return { kind: 'view', view: zoomed(span, whole, 2, atMs) };
    case '0':
      return { kind: 'view', view: null };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const step = key === 'ArrowRight' ? 1 : -1;
      if (shift) return { kind: 'view', view: isZoomed ? panned(span, whole, 0.25 * step) : null };
      return readBin(view, bins.findIndex(({ toMs }) => toMs > atMs) + step);
    }
    case 'Home':
      return readBin(view, 0);
    case 'End':
      return readBin(view, bins.length - 1);
    case 'Enter': {
      const bin = bins.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
      return bin ? { kind: 'starts', span: bin } : null;
    }
    default:
      return null;
  }
}

/** Reads a bin. Where only a part of time is in sight, it is moved so that the line stands in its middle. */
function readBin({ span, whole, isZoomed, bins, atMs }: ChartView, wanted: number): ChartKeyAction {
  const bin = bins[Math.min(bins.length - 1, Math.max(0, wanted))];
  const next = bin ? (bin.fromMs + bin.toMs) / 2 : atMs;
  if (!isZoomed) return { kind: 'read', atMs: next, view: undefined };
  const byMs = next - (span.fromMs + span.toMs) / 2;
  return { kind: 'read', atMs: next, view: within({ fromMs: span.fromMs + byMs, toMs: span.toMs + byMs }, whole) };
}
