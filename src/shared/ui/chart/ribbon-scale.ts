/** Epoch milliseconds UTC. */
export interface TimeSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

export const stepMs = 15 * 60_000;
const hourMs = 3_600_000;

/** The CSS `left` of an instant on a ribbon, clamped to its edges. */
export const leftOn = (span: TimeSpan, ms: number): string => `${String(100 * shareOf(span, ms))}%`;

/** The CSS width of a time span on a ribbon. */
export const widthOn = (span: TimeSpan, { fromMs, toMs }: TimeSpan): string =>
  `${String(100 * (shareOf(span, toMs) - shareOf(span, fromMs)))}%`;

const shareOf = (span: TimeSpan, ms: number) =>
  Math.min(1, Math.max(0, (ms - span.fromMs) / (span.toMs - span.fromMs)));

/** The nearest quarter of an hour within the span. */
export const snapToStep = (span: TimeSpan, ms: number): number =>
  Math.min(span.toMs, Math.max(span.fromMs, Math.round(ms / stepMs) * stepMs));

/**
 * The new instant of a handle after a key: arrows move by 15 minutes, with Shift by an hour, Page Up and Page Down by
 * three hours, Home and End to the ends. Null for any other key.
 */
export function moveByKey(span: TimeSpan, atMs: number, key: string, shift: boolean): number | null {
  const arrow = shift ? hourMs : stepMs;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return snapToStep(span, atMs + arrow);
    case 'ArrowLeft':
    case 'ArrowDown':
      return snapToStep(span, atMs - arrow);
    case 'PageUp':
      return snapToStep(span, atMs + 3 * hourMs);
    case 'PageDown':
      return snapToStep(span, atMs - 3 * hourMs);
    case 'Home':
      return span.fromMs;
    case 'End':
      return span.toMs;
    default:
      return null;
  }
}
