import type { RunView } from '#contract/tasks.ts';
import type { RunState } from '#domain/response/run-state.ts';
import type { ScanScope } from '#domain/policy/settings.ts';
import { dayIn, dayTimeIn, offsetIn, timeIn, weekdayTimeIn } from '#src/shared/time/format.ts';
import { displayZone } from '#src/shared/time/display-zone.ts';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

type WhyParts = Pick<RunView, 'because' | 'state' | 'scanStart' | 'startedBy'> & {
  readonly device: Pick<RunView['device'], 'timeZone'>;
};

/** `Started by hand by J. Keller`; without the name if it is unknown. */
export const byHandWords = (by: string | null): string =>
  by === null ? 'Started by hand' : `Started by hand by ${by}`;

/** The reason of a run's start time. */
export function whyPhrase({ because, state, scanStart, startedBy, device }: WhyParts): string {
  if (state === 'waiting-for-device') return 'The device is offline; planned anew when it returns';
  switch (because) {
    case 'immediate':
      return 'At once, whatever the hour';
    case 'inside-window':
      return `Inside ${scanStart}: at once`;
    case 'outside-window':
      return `A random moment of the next ${scanStart}`;
    case 'manual':
      return 'Manual start: waits for a person';
    case 'zone-unknown':
      return `Starts nothing: ${unknownZoneText(device.timeZone)}`;
    case 'by-hand':
      return byHandWords(startedBy);
    default:
      return because satisfies never;
  }
}

/** The reason in two words, for a cell; its tooltip has the phrase. */
export function whyShort({ because, state }: Pick<RunView, 'because' | 'state'>): string {
  if (state === 'waiting-for-device') return 'Device offline';
  switch (because) {
    case 'immediate':
      return 'At once';
    case 'inside-window':
      return 'Inside window';
    case 'outside-window':
      return 'Next window';
    case 'manual':
      return 'Manual start';
    case 'zone-unknown':
      return 'Time zone not known';
    case 'by-hand':
      return 'By hand';
    default:
      return because satisfies never;
  }
}

/** Short scope labels for a cell; its tooltip has the full label. */
export const scopeShort: Readonly<Record<ScanScope, string>> = {
  'system-drives': 'System drives',
  'critical-areas': 'Critical areas',
};

/** `Thu 26 Nov 03:07 +10:30`: a run's start in its device's time, with that zone's offset; null without a start. */
export function startInDeviceTime({ start, device }: Pick<RunView, 'start' | 'device'>): string | null {
  const zone = displayZone(device.timeZone);
  return start === null ? null : `${dayTimeIn(zone, start)} ${offsetIn(zone, start)}`;
}

/** The source of a run's settings: its name and kind. */
export function decidedByWords({ decidedBy, policy }: Pick<RunView, 'decidedBy' | 'policy'>): {
  who: string;
  how: string;
} {
  switch (decidedBy) {
    case 'locked-by-policy':
      return { who: policy?.name ?? 'A policy', how: 'under policy' };
    case 'policy-not-enforced':
      return { who: policy?.name ?? 'A policy', how: 'not enforced' };
    case 'device':
      return { who: 'The device', how: 'set on device' };
    case 'default':
      return { who: 'The application', how: 'default' };
    default:
      return decidedBy satisfies never;
  }
}

/** Why this run cannot be started manually; null if it can. */
export function whyNotStartable({ startable, state }: Pick<RunView, 'startable' | 'state'>): string | null {
  if (startable) return null;
  switch (state) {
    case 'running':
      return 'It is running.';
    case 'completed-clean':
    case 'completed-found':
      return 'It has completed.';
    case 'zone-unknown':
      return 'The time zone of its device is not known.';
    case 'waiting':
    case 'not-started':
    case 'waiting-for-device':
      return 'Its device is offline.';
    default:
      return state satisfies never;
  }
}

/** `Tue 24 Nov 20:00 – Wed 07:00` in a zone; on one day `Tue 24 Nov 09:00 – 17:00`. */
export function windowWords(window: NonNullable<RunView['window']>, deviceZone: string): string {
  const zone = displayZone(deviceZone);
  const opens = `${dayIn(zone, window.opensAt)} ${timeIn(zone, window.opensAt)}`;
  const sameDay = dayIn(zone, window.opensAt) === dayIn(zone, window.closesAt);
  return `${opens} – ${sameDay ? timeIn(zone, window.closesAt) : weekdayTimeIn(zone, window.closesAt)}`;
}

/** The window without dates, for a cell beside the start: `Tue 20:00 – Wed 07:00`, on one day `Tue 09:00 – 17:00`. */
export function windowShort({ opensAt, closesAt }: NonNullable<RunView['window']>, deviceZone: string): string {
  const zone = displayZone(deviceZone);
  const sameDay = dayIn(zone, opensAt) === dayIn(zone, closesAt);
  return `${weekdayTimeIn(zone, opensAt)} – ${sameDay ? timeIn(zone, closesAt) : weekdayTimeIn(zone, closesAt)}`;
}

/** The result of a manual start. */
export function startedWords({ started, notStarted }: { started: number; notStarted: number }): string {
  const done = `Started ${runsWords(started)}.`;
  if (notStarted === 0) return done;
  return `${done} ${runsWords(notStarted)} could not be started: already started, the device is offline, or its time zone is not known.`;
}

export const runsWords = (count: number): string => formatCount(count, ['run', 'runs']);

/** The states with runs, in life cycle order. */
export const statesPresent = (counts: Readonly<Record<RunState, number>>): RunState[] =>
  lifeCycle.filter((state) => counts[state] > 0);

const lifeCycle: readonly RunState[] = [
  'zone-unknown',
  'not-started',
  'waiting-for-device',
  'waiting',
  'running',
  'completed-clean',
  'completed-found',
];
