import type { TimeOfDay } from '../ids.ts';
import { timeOfDaySchema } from '../ids.ts';

/** A nightly (or daily) window in wall-clock times of the device's own zone. `start` never equals `end`. */
export interface DailyWindow {
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
}

/** When an autonomous IOC Scan task starts: the *Scan start* setting. */
export type ScanStart =
  | { readonly mode: 'manual' }
  | { readonly mode: 'immediate' }
  | { readonly mode: 'interval'; readonly window: DailyWindow };

export type ScanStartMode = ScanStart['mode'];

/** The labels of the product. Source: docs/domain-rules.md#scan-start-modes. */
export const scanStartLabels: Readonly<Record<ScanStartMode, string>> = {
  manual: 'Manual start',
  immediate: 'Immediately after Kaspersky Sandbox detects a threat',
  interval: 'Start within the specified time interval',
};

/** The proposed window when the interval is first selected: outside working hours. Source: docs/domain-rules.md#defaults. */
export const proposedWindow: DailyWindow = {
  start: timeOfDaySchema.parse('20:00'),
  end: timeOfDaySchema.parse('07:00'),
};

/** The error for `start` equal to `end`, in the form and in the backend. */
export const equalTimesMessage = 'Start time and end time must differ';

/** Minutes after midnight, 0–1439. */
export function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** True when the window closes on the following local day: `end` is earlier than `start`. */
export function endsNextDay(window: DailyWindow): boolean {
  return minutesOf(window.end) < minutesOf(window.start);
}

/** The window's length in wall-clock minutes, 1–1439; on the day of a clock change the elapsed length differs. */
export function lengthInMinutes(window: DailyWindow): number {
  return (minutesOf(window.end) - minutesOf(window.start) + 1440) % 1440;
}

/**
 * Reads what a person types into a time field: `20:00`, `2000` and `800` (8:00) are times;
 * `7:5`, `24:00` and an empty text are not.
 * @returns the time, or null when the text is not one.
 */
export function readTimeOfDay(text: string): TimeOfDay | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? /^(\d{1,2})(\d{2})$/.exec(text.trim());
  if (!match) return null;
  const parsed = timeOfDaySchema.safeParse(`${(match[1] ?? '').padStart(2, '0')}:${match[2] ?? ''}`);
  return parsed.success ? parsed.data : null;
}

/** One short phrase for a table or a sentence: `Manual start`, `At once`, `20:00–07:00`. */
export function describeScanStart(start: ScanStart): string {
  switch (start.mode) {
    case 'manual':
      return 'Manual start';
    case 'immediate':
      return 'At once';
    case 'interval':
      return `${start.window.start}–${start.window.end}`;
    default:
      return start satisfies never;
  }
}

export function sameScanStart(a: ScanStart, b: ScanStart): boolean {
  if (a.mode !== 'interval' || b.mode !== 'interval') return a.mode === b.mode;
  return a.window.start === b.window.start && a.window.end === b.window.end;
}
