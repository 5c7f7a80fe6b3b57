import type { Forecast } from '#contract/forecast.ts';
import type { Span } from '../inputs/short-instant.ts';

const minuteMs = 60_000;
/** Closer than this the picture says nothing more: a bin is a minute. */
export const leastSpanMs = 10 * minuteMs;
/** What is added behind the last start, for the scans that still run, where only a part of time was answered. */
const tailMs = 4 * 60 * minuteMs;

export const lengthOf = ({ fromMs, toMs }: Span): number => toMs - fromMs;

/** The stretch of the bins of an answer. */
export function answeredSpan({ bins }: Pick<Forecast, 'bins'>): Span {
  const fromMs = Date.parse(bins.from);
  return { fromMs, toMs: fromMs + bins.widthMs * bins.count };
}

/** The whole that a part of time can be zoomed out to: from the first detection until the last scan has ended. */
export function wholeOf(answer: Forecast, zoomed: boolean): Span {
  const answered = answeredSpan(answer);
  if (!zoomed) return answered;
  const lasts = [answer.now, answer.draft].flatMap((side) => side?.last.to ?? side?.last.at ?? []).map(Date.parse);
  const fromMs = Date.parse(answer.detections[0] ?? answer.bins.from);
  return {
    fromMs: Math.min(fromMs, answered.fromMs),
    toMs: Math.max(...lasts.map((ms) => ms + tailMs), answered.toMs),
  };
}

/** The span moved into the whole, as long as it was; null where it is all of it. */
export function within(span: Span, whole: Span): Span | null {
  const length = Math.max(lengthOf(span), leastSpanMs);
  if (length >= 0.995 * lengthOf(whole)) return null;
  const fromMs = Math.min(Math.max(span.fromMs, whole.fromMs), whole.toMs - length);
  const toMs = fromMs + length;
  return { fromMs: Math.round(fromMs / 1000) * 1000, toMs: Math.round(toMs / 1000) * 1000 };
}

/** The span `factor` times as long, around an instant that keeps its place; null where it would be all of it. */
export function zoomed(span: Span, whole: Span, factor: number, aroundMs: number): Span | null {
  return within(
    { fromMs: aroundMs - (aroundMs - span.fromMs) * factor, toMs: aroundMs + (span.toMs - aroundMs) * factor },
    whole,
  );
}

/** The span moved by a share of its length, to the right where it is positive. */
export function panned(span: Span, whole: Span, share: number): Span | null {
  const byMs = share * lengthOf(span);
  return within({ fromMs: span.fromMs + byMs, toMs: span.toMs + byMs }, whole);
}
