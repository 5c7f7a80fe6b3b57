import { planStart, type PlannedStart } from '#domain/schedule/plan-start.ts';
import { endsNextDay, lengthInMinutes, type DailyWindow, type ScanStart } from '#domain/schedule/scan-start.ts';
import { dayIn, instantOfWallTime, timeIn, wallTimeIn, weekdayTimeIn } from '#src/shared/time/format.ts';

export const previewHours = 48;
const hourMs = 3_600_000;

/** A made-up creation of a task: the preview says when it would start. Epoch milliseconds UTC. */
export interface Marker {
  readonly name: 'A' | 'B' | 'C';
  readonly createdAtMs: number;
}

/** The stretch of time that the preview shows: from the full three hours before now, 48 hours long. Epoch ms UTC. */
export function previewSpan(nowMs: number, zone: string): { fromMs: number; toMs: number } {
  const [date = '', time = ''] = wallTimeIn(zone, nowMs).split('T');
  const hour = Math.max(0, Math.floor((Number(time.slice(0, 2)) - 1) / 3) * 3);
  const fromMs = instantOfWallTime(`${date}T${String(hour).padStart(2, '0')}:00`, zone) ?? nowMs;
  return { fromMs, toMs: fromMs + previewHours * hourMs };
}

/** The page's three examples, each at its next occurrence in the span: created 19:00, 21:00 and 08:00. */
export function firstMarkers(span: { fromMs: number; toMs: number }, zone: string): Marker[] {
  const evening = nextWallTime(span.fromMs, '19:00', zone);
  return [
    { name: 'A', createdAtMs: evening },
    { name: 'B', createdAtMs: Math.min(nextWallTime(evening, '21:00', zone), span.toMs) },
    { name: 'C', createdAtMs: Math.min(nextWallTime(evening, '08:00', zone), span.toMs) },
  ];
}

function nextWallTime(fromMs: number, time: string, zone: string): number {
  for (let day = 0; day < 3; day += 1) {
    const date = wallTimeIn(zone, fromMs + day * 24 * hourMs).slice(0, 10);
    const instant = instantOfWallTime(`${date}T${time}`, zone);
    if (instant !== null && instant >= fromMs) return instant;
  }
  return fromMs;
}

/** When a task created at the marker would start, by the very rule that plans runs. */
export const planOf = (start: ScanStart, marker: Marker, zone: string): PlannedStart =>
  planStart(start, { createdAtMs: marker.createdAtMs, zone, moment: 0.5 });

/** The start in words, in the zone of the preview. */
export function startWords(plan: PlannedStart, zone: string): string {
  switch (plan.kind) {
    case 'never':
      return 'only when somebody starts it';
    case 'at-once':
      return weekdayTimeIn(zone, plan.startMs);
    case 'waits':
      return `any moment ${weekdayTimeIn(zone, plan.occurrence.opensAtMs)} – ${weekdayTimeIn(zone, plan.occurrence.closesAtMs)}`;
    default:
      return plan satisfies never;
  }
}

/** Why the start is then. */
export const reasonWords: Readonly<Record<PlannedStart['because'], string>> = {
  immediate: 'immediate start: at once',
  'inside-window': 'created inside the window: at once',
  'outside-window': 'created outside the window: waits for the next one',
  manual: 'manual start: it waits for a person',
};

/** The window's length and whether it ends the next day: *11 hours, ends the next day*. */
export function lengthWords(window: DailyWindow): string {
  const minutes = lengthInMinutes(window);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const parts = [
    ...(hours > 0 ? [`${String(hours)} ${hours === 1 ? 'hour' : 'hours'}`] : []),
    ...(rest > 0 ? [`${String(rest)} min`] : []),
  ];
  return `${parts.join(' ')}${endsNextDay(window) ? ', ends the next day' : ''}`;
}

/** The rule as it is set, in one sentence. */
export function ruleSentence(start: ScanStart): string {
  switch (start.mode) {
    case 'manual':
      return 'Tasks are created and wait until somebody starts them. No window is observed.';
    case 'immediate':
      return 'Each task starts at the instant it is created.';
    case 'interval':
      return `A task created between ${start.window.start} and ${start.window.end}, device time, starts at once; any other starts at some moment of the next window.`;
    default:
      return start satisfies never;
  }
}

/** `Tue 24 Nov 19:00` for a marker. */
export const createdWords = (marker: Marker, zone: string): string =>
  `${dayIn(zone, marker.createdAtMs)} ${timeIn(zone, marker.createdAtMs)}`;
