import { scaleLinear } from 'd3-scale';
import { select } from 'd3-selection';
import { zoom, zoomIdentity, type D3ZoomEvent } from 'd3-zoom';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { frame } from './chart-scale.ts';
import type { Span } from '../inputs/short-instant.ts';
import { leastSpanMs, within } from './time-range.ts';

interface Zoom {
  readonly whole: Span;
  /** The part in sight; null for all of it. */
  readonly view: Span | null;
  readonly width: number;
  readonly onView: (view: Span | null) => void;
}

/**
 * Wheel, drag and pinch on the picture. While a gesture lasts, `span` follows it; once it ends, `onView` is told.
 * The wheel zooms where the picture has the focus, or with Ctrl: elsewhere it scrolls the page.
 */
export function useZoom({ whole, view, width, onView }: Zoom) {
  const ref = useRef<SVGSVGElement>(null);
  const { fromMs: wholeFromMs, toMs: wholeToMs } = whole;
  const shown = view ?? whole;
  const viewKey = `${String(shown.fromMs)}-${String(shown.toMs)}`;
  // A gesture counts until the address says another part of time.
  const [gesture, setGesture] = useState<{ readonly span: Span; readonly over: string } | null>(null);
  const ended = useEffectEvent((span: Span) => {
    const next = within(span, whole);
    if (next?.fromMs === view?.fromMs && next?.toMs === view?.toMs) setGesture(null);
    else onView(next);
  });
  const moved = useEffectEvent((span: Span) => {
    setGesture({ span, over: viewKey });
  });
  useEffect(() => {
    const node = ref.current;
    if (!node || width === 0) return;
    const range = [frame.left, width - frame.right] as const;
    const base = scaleLinear([wholeFromMs, wholeToMs], range);
    let last: Span | null = null;
    const behaviour = zoom<SVGSVGElement, unknown>()
      .extent([
        [range[0], 0],
        [range[1], frame.height],
      ])
      .translateExtent([
        [range[0], 0],
        [range[1], frame.height],
      ])
      .scaleExtent([1, Math.max(1, (wholeToMs - wholeFromMs) / leastSpanMs)])
      .filter(mayZoom)
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<SVGSVGElement, unknown>) => {
        if (!sourceEvent) return;
        const [fromMs = 0, toMs = 0] = transform.rescaleX(base).domain();
        last = { fromMs: Math.round(fromMs), toMs: Math.round(toMs) };
        moved(last);
      })
      .on('end', () => {
        if (last) ended(last);
        last = null;
      });
    const [fromMs, toMs] = viewKey.split('-').map(Number);
    const from = base(fromMs ?? wholeFromMs);
    const scale = (range[1] - range[0]) / Math.max(1e-6, base(toMs ?? wholeToMs) - from);
    const chart = select(node).call(behaviour).on('dblclick.zoom', null);
    behaviour.transform(chart, zoomIdentity.translate(range[0] - from * scale, 0).scale(scale));
    return () => {
      chart.on('.zoom', null);
    };
  }, [wholeFromMs, wholeToMs, viewKey, width]);
  return { ref, span: gesture?.over === viewKey ? gesture.span : shown };
}

function mayZoom(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.currentTarget === document.activeElement;
  return !(event instanceof MouseEvent) || (event.button === 0 && !event.ctrlKey);
}
