import { clockTimeIn, dayIn, offsetIn } from './format.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A change of a zone's offset: the first instant of the new one, epoch milliseconds UTC. */
export interface ClockChange {
  readonly atMs: number;
  /** Short, for the ribbon: *02:00 → 03:00*. */
  readonly label: string;
  /** In a sentence: *On Sun 29 Mar the clocks go forward: 02:00 becomes 03:00 (UTC+2).* */
  readonly sentence: string;
}

/** The clock changes of a zone in (fromMs, toMs], each to the minute. */
export function clockChanges(fromMs: number, toMs: number, zone: string): ClockChange[] {
  const changes = (atMs: number, stepMs: number) => offsetIn(zone, atMs) !== offsetIn(zone, atMs + stepMs);
  // Most days have no change, so their hours need no check.
  return steps(fromMs, toMs, dayMs)
    .filter((dayFromMs) => changes(dayFromMs, dayMs))
    .flatMap((dayFromMs) => steps(dayFromMs, Math.min(toMs, dayFromMs + dayMs), hourMs))
    .filter((atMs) => changes(atMs, hourMs))
    .map((atMs) => describe(firstMinuteAfter(atMs, zone), zone));
}

const steps = (fromMs: number, toMs: number, stepMs: number) =>
  Array.from({ length: Math.max(0, Math.ceil((toMs - fromMs) / stepMs)) }, (_, step) => fromMs + step * stepMs);

function firstMinuteAfter(hourFromMs: number, zone: string): number {
  const before = offsetIn(zone, hourFromMs);
  let minute = 1;
  while (minute < 60 && offsetIn(zone, hourFromMs + minute * minuteMs) === before) minute += 1;
  return hourFromMs + minute * minuteMs;
}

function describe(atMs: number, zone: string): ClockChange {
  const to = clockTimeIn(zone, atMs);
  const from = minuteAfter(clockTimeIn(zone, atMs - minuteMs));
  // Modulo a day, because a change may cross midnight; no zone changes by half a day.
  const forward = (minutesOf(to) - minutesOf(from) + 1440) % 1440 < 720;
  const day = dayIn(zone, atMs - minuteMs);
  return {
    atMs,
    label: `${from} → ${to}`,
    sentence: `On ${day} the clocks go ${forward ? 'forward' : 'back'}: ${from} becomes ${to} (UTC${offsetIn(zone, atMs)}).`,
  };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

function minuteAfter(time: string): string {
  const minutes = (minutesOf(time) + 1) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
