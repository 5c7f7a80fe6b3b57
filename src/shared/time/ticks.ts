import { dayIn, timeIn } from './format.ts';
import { instantOfWallTime, wallTimeIn } from './wall-time.ts';

const minuteMs = 60_000;
const dayMinutes = 24 * 60;
/** Candidate steps in minutes of the wall clock; from a day on, whole days. */
const stepsMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, dayMinutes, 2 * dayMinutes, 7 * dayMinutes];

/** Epoch milliseconds UTC. */
interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Tick {
  readonly atMs: number;
  readonly label: string;
}

/**
 * Ticks at round wall-clock times of a zone within a span. Hours stay round across a clock change; a skipped time has no tick.
 * @param most the maximum number of ticks
 */
export function timeTicks({ fromMs, toMs }: Span, zone: string, most: number): Tick[] {
  const step =
    stepsMinutes.find((minutes) => (toMs - fromMs) / (minutes * minuteMs) <= most) ??
    Math.ceil((toMs - fromMs) / (most * dayMinutes * minuteMs)) * dayMinutes;
  const ticks: Tick[] = [];
  const stepDays = Math.max(1, step / dayMinutes);
  for (let day = firstDay(fromMs, zone); ; day = addDays(day, stepDays)) {
    const startsMs = instantOfWallTime(`${day}T00:00`, zone);
    if (startsMs === null || startsMs > toMs) return ticks;
    for (let minutes = 0; minutes < dayMinutes; minutes += step) {
      const atMs = instantOfWallTime(`${day}T${clock(minutes)}`, zone);
      if (atMs === null || atMs < fromMs || atMs > toMs || atMs <= (ticks.at(-1)?.atMs ?? -Infinity)) continue;
      ticks.push({ atMs, label: step >= dayMinutes ? dayIn(zone, atMs) : timeIn(zone, atMs) });
    }
  }
}

/** The start of each day of the zone within the span, as `Wed 25 Nov`. */
export function dateLines({ fromMs, toMs }: Span, zone: string): Tick[] {
  const lines: Tick[] = [];
  for (let day = addDays(firstDay(fromMs, zone), 1); ; day = addDays(day, 1)) {
    const atMs = instantOfWallTime(`${day}T00:00`, zone);
    if (atMs === null || atMs >= toMs) return lines;
    if (atMs > fromMs) lines.push({ atMs, label: dayIn(zone, atMs) });
  }
}

const firstDay = (atMs: number, zone: string) => wallTimeIn(zone, atMs).slice(0, 10);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const addDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMinutes * minuteMs).toISOString().slice(0, 10);
