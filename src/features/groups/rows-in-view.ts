import { useCallback, useRef, useSyncExternalStore } from 'react';

interface View {
  /** How far the list is scrolled, and how much of it is seen, in rows. */
  readonly first: number;
  readonly seen: number;
}

/** Rows beyond either edge that are drawn too, so that a quick scroll does not show a gap. */
const beyond = 6;

/**
 * The places of the rows to draw, in order: those in view, some beyond, and `kept` wherever it is.
 * A view that the list no longer reaches, since it became shorter, is its end.
 */
export function rowsToDraw({ first, seen }: View, count: number, kept: number): number[] {
  const from = Math.max(0, Math.min(first, count - seen) - beyond);
  const to = Math.min(count, first + seen + beyond);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  if (kept < 0 || kept >= count || rows.includes(kept)) return rows;
  return kept < from ? [kept, ...rows] : [...rows, kept];
}

/**
 * How far to scroll, in pixels, so that a row is wholly in sight; as little as that takes.
 * @param scroller the pixels that are scrolled away, and the height of what is seen
 */
export function scrolledTo(
  row: number,
  rowHeight: number,
  { scrollTop, clientHeight }: { readonly scrollTop: number; readonly clientHeight: number },
): number {
  return Math.min(row * rowHeight, Math.max(scrollTop, (row + 1) * rowHeight - clientHeight));
}

/**
 * Follows which rows of a scrolled list are in view, where each is `rowHeight` pixels high; none until it is in the page.
 * `scrollTo` brings one into sight.
 */
export function useRowsInView<T extends HTMLElement>(rowHeight: number) {
  const scroller = useRef<T>(null);
  const subscribe = useCallback((changed: () => void) => {
    const list = scroller.current;
    if (!list) return () => undefined;
    const observer = new ResizeObserver(changed);
    observer.observe(list);
    list.addEventListener('scroll', changed, { passive: true });
    return () => {
      observer.disconnect();
      list.removeEventListener('scroll', changed);
    };
  }, []);
  // As text, so that a scroll within a row is no change.
  const seen = useSyncExternalStore(subscribe, () => {
    const { scrollTop, clientHeight } = scroller.current ?? { scrollTop: 0, clientHeight: 0 };
    return `${String(Math.floor(scrollTop / rowHeight))} ${String(Math.ceil(clientHeight / rowHeight) + 1)}`;
  });
  const [first, rows] = seen.split(' ').map(Number);
  const scrollTo = (row: number) => {
    if (row >= 0 && scroller.current) scroller.current.scrollTop = scrolledTo(row, rowHeight, scroller.current);
  };
  return { scroller, view: { first: first ?? 0, seen: rows ?? 0 }, scrollTo };
}
