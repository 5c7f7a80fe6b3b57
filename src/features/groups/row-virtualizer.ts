import { useEffect, useRef, useState } from 'react';

interface View {
  /** How far the list is scrolled, and how much of it is seen, in rows. */
  readonly first: number;
  readonly visibleCount: number;
}

/** Rows beyond either edge that are drawn too, so that a quick scroll does not show a gap. */
const overscan = 4;

/**
 * The places of the rows to draw, in order: those in view, some beyond, and `kept` wherever it is.
 * A view that the list no longer reaches, since it became shorter, is its end.
 */
export function virtualRows({ first, visibleCount }: View, count: number, pinned: number): number[] {
  const from = Math.max(0, Math.min(first, count - visibleCount) - overscan);
  const to = Math.min(count, first + visibleCount + overscan);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  if (pinned < 0 || pinned >= count || rows.includes(pinned)) return rows;
  return pinned < from ? [pinned, ...rows] : [...rows, pinned];
}

/**
 * How far to scroll, in pixels, so that a row is wholly in sight; as little as that takes.
 * @param scroller the pixels that are scrolled away, and the height of what is seen
 */
export function scrollOffsetFor(
  row: number,
  rowHeight: number,
  { scrollTop, clientHeight }: { readonly scrollTop: number; readonly clientHeight: number },
): number {
  return Math.min(row * rowHeight, Math.max(scrollTop, (row + 1) * rowHeight - clientHeight));
}

/**
 * Follows which rows of a scrolled list are in view, where each is `rowHeight` pixels high. Nothing is measured while the
 * page is drawn, which would lay it out twice: until it is known, as many rows are taken to be in view as a window can hold.
 * `scrollTo` brings a row into sight.
 */
export function useRowVirtualizer<T extends HTMLElement>(rowHeight: number) {
  const scroller = useRef<T>(null);
  const [view, setView] = useState<View>(() => ({ first: 0, visibleCount: Math.ceil(window.innerHeight / rowHeight) }));
  useEffect(() => {
    const list = scroller.current;
    if (!list) return;
    const measure = () => {
      const { scrollTop, clientHeight } = list;
      const next = { first: Math.floor(scrollTop / rowHeight), visibleCount: Math.ceil(clientHeight / rowHeight) + 1 };
      setView((before) => (before.first === next.first && before.visibleCount === next.visibleCount ? before : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(list);
    list.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      list.removeEventListener('scroll', measure);
    };
  }, [rowHeight]);
  const scrollTo = (row: number) => {
    if (row >= 0 && scroller.current) scroller.current.scrollTop = scrollOffsetFor(row, rowHeight, scroller.current);
  };
  return { scroller, view, scrollTo };
}
