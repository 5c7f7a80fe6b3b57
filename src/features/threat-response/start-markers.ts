import { occurrencesBetween } from '#domain/schedule/occurrence.ts';
import { planStart, type PlannedStart } from '#domain/schedule/plan-start.ts';
import type { DailyWindow, ScanStart } from '#domain/schedule/scan-start.ts';
import { clockTimeIn } from '#src/shared/time/format.ts';
import { instantOfWallTime, wallTimeIn } from '#src/shared/time/wall-time.ts';

export const previewHours = 48;
export const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A made-up creation of a task: the preview says when it would start. Epoch milliseconds UTC. */
export interface Marker {
  readonly name: 'A' | 'B' | 'C';
  readonly createdAtMs: number;
}

interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * The stretch of time that the preview shows, 48 hours from the last full three hours (00:00, 03:00, …) that lie at
 * least one hour back: at 19:42 it begins at 18:00, at 18:10 at 15:00. So *now* never stands at its edge. Epoch ms UTC.
 */
export function previewSpan(nowMs: number, zone: string): Span {
  const [date = '', time = ''] = wallTimeIn(zone, nowMs - hourMs).split('T');
  const hour = Math.floor(Number(time.slice(0, 2)) / 3) * 3;
  const fromMs = instantOfWallTime(`${date}T${String(hour).padStart(2, '0')}:00`, zone) ?? nowMs - hourMs;
  return { fromMs, toMs: fromMs + previewHours * hourMs };
}

/** The page's three examples, each at its next occurrence in the span: created 19:00, 21:00 and 08:00. */
export function firstMarkers(span: Span, zone: string): Marker[] {
  const evening = nextWallTime(span.fromMs, '19:00', zone);
  return [
    { name: 'A', createdAtMs: evening },
    { name: 'B', createdAtMs: Math.min(nextWallTime(evening, '21:00', zone), span.toMs) },
    { name: 'C', createdAtMs: Math.min(nextWallTime(evening, '08:00', zone), span.toMs) },
  ];
}

/** The markers once the clock has moved the span on: one that fell out of it stands at the same wall time of the next day. */
export const markersWithin = (markers: readonly Marker[], span: Span, zone: string): Marker[] =>
  markers.map((marker) =>
    marker.createdAtMs >= span.fromMs && marker.createdAtMs <= span.toMs
      ? marker
      : { ...marker, createdAtMs: nextWallTime(span.fromMs, clockTimeIn(zone, marker.createdAtMs), zone) },
  );

function nextWallTime(fromMs: number, time: string, zone: string): number {
  for (let day = 0; day < 3; day += 1) {
    const date = wallTimeIn(zone, fromMs + day * dayMs).slice(0, 10);
    const instant = instantOfWallTime(`${date}T${time}`, zone);
    if (instant !== null && instant >= fromMs) return instant;
  }
  return fromMs;
}

/** When a task created at the marker would start, by the very rule that plans runs. */
export const planOf = (start: ScanStart, marker: Marker, zone: string): PlannedStart =>
  planStart(start, { createdAtMs: marker.createdAtMs, zone, moment: 0.5 });

export type PreviewReason =
  'immediate' | 'manual' | 'zone-unknown' | 'inside-window' | 'before-window' | 'after-window';

/**
 * Why a task starts when it does, as a person would say it. One created outside the window was created *before* it when
 * the next window opens no later than the last one closed ago: with 20:00–07:00, 19:00 lies before, 08:00 after.
 */
export function reasonOf(start: ScanStart, plan: PlannedStart, marker: Marker, zone: string): PreviewReason {
  if (plan.because !== 'outside-window') return plan.because;
  const untilNext = plan.occurrence.opensAtMs - marker.createdAtMs;
  const last = start.mode === 'interval' ? lastClose(start.window, marker.createdAtMs, zone) : null;
  return last === null || untilNext <= marker.createdAtMs - last ? 'before-window' : 'after-window';
}

function lastClose(window: DailyWindow, atMs: number, zone: string): number | null {
  const closes = occurrencesBetween(window, atMs - 3 * dayMs, atMs, zone).map(({ closesAtMs }) => closesAtMs);
  return closes.filter((closesAtMs) => closesAtMs <= atMs).at(-1) ?? null;
}
