import type { ScanScope } from '#domain/policy/settings.ts';
import type { Occurrence } from '#domain/schedule/occurrence.ts';
import type { PlannedStart } from '#domain/schedule/plan-start.ts';
import {
  endsNextDay,
  lengthInMinutes,
  type DailyWindow,
  type ScanStart,
  type ScanStartMode,
} from '#domain/schedule/scan-start.ts';
import { timeIn, weekdayTimeIn } from '#src/shared/time/format.ts';
import { hourMs, type PreviewReason } from './start-markers.ts';

/** What each scope means, in one sentence. */
export const scopeHints: Readonly<Record<ScanScope, string>> = {
  'system-drives': 'The wide scope: it finds more, and a scan takes longer.',
  'critical-areas': 'The narrow scope: a scan is done sooner.',
};

/** What each way to start means, in one sentence. */
export const startHints: Readonly<Record<ScanStartMode, string>> = {
  manual: 'Tasks are created and wait until a person starts one or all of them.',
  immediate: 'Tasks are created and started in the same instant, also during working hours.',
  interval: 'Tasks start within a window of the device’s own time, such as after hours.',
};

/** The start in words, in the zone of the preview. */
export function formatStart(plan: PlannedStart, zone: string): string {
  switch (plan.kind) {
    case 'never':
      return plan.because === 'manual' ? 'only when somebody starts it' : 'never';
    case 'at-once':
      return weekdayTimeIn(zone, plan.startMs);
    case 'waits':
      return `any moment ${weekdayTimeIn(zone, plan.occurrence.opensAtMs)} – ${weekdayTimeIn(zone, plan.occurrence.closesAtMs)}`;
    default:
      return plan satisfies never;
  }
}

/** Why the start is then. */
export const reasonLabels: Readonly<Record<PreviewReason, string>> = {
  immediate: 'immediate start: at once',
  'inside-window': 'created inside the window: at once',
  'before-window': 'created before the window: waits for it',
  'after-window': 'created after the window: waits for the next',
  manual: 'manual start: it waits for a person',
  'zone-unknown': 'time zone not known: nothing starts',
};

/** The window's length and whether it ends the next day: *11 hours, ends the next day*. */
export function formatWindowLength(window: DailyWindow): string {
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

/** Hours of the ribbon that a label of each kind needs to be read. */
const hoursForLabel = { full: 8, short: 5 };

/**
 * What stands in each window of the ribbon: the first that is not over says its bounds and its elapsed length
 * (*20:00 – 07:00 · 11 h*; longer or shorter at a clock change), the one after it *next window*. A window too short for
 * words has none.
 */
export function windowLabels(
  windows: readonly Occurrence[],
  span: { readonly fromMs: number; readonly toMs: number },
  nowMs: number,
  zone: string,
): string[] {
  const first = windows.findIndex(({ closesAtMs }) => closesAtMs > nowMs);
  return windows.map(({ opensAtMs, closesAtMs }, i) => {
    const hours = (Math.min(closesAtMs, span.toMs) - Math.max(opensAtMs, span.fromMs)) / hourMs;
    if (i === first + 1 && hours >= hoursForLabel.short) return 'next window';
    if (i !== first || hours < hoursForLabel.short) return '';
    const bounds = `${timeIn(zone, opensAtMs)} – ${timeIn(zone, closesAtMs)}`;
    return hours < hoursForLabel.full ? bounds : `${bounds} · ${elapsed(closesAtMs - opensAtMs)}`;
  });
}

function elapsed(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const rest = minutes % 60;
  return `${String(Math.floor(minutes / 60))} h${rest === 0 ? '' : ` ${String(rest)} min`}`;
}
