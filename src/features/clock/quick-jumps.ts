import { Temporal } from 'temporal-polyfill';

/** A jump to a place that is often wanted: its label, and its instant (epoch ms) from the simulated now in a zone. */
export interface QuickJump {
  readonly label: string;
  readonly to: (nowMs: number, zone: string) => number;
}

const hours = (count: number) => (nowMs: number) => nowMs + count * 3_600_000;
const next = (time: string) => (nowMs: number, zone: string) => nextWallTime(time, nowMs, zone);

export const quickJumps: readonly QuickJump[] = [
  { label: '+1 hour', to: hours(1) },
  { label: '+12 hours', to: hours(12) },
  { label: 'Next 20:00', to: next('20:00') },
  { label: 'Next 07:00', to: next('07:00') },
];

/**
 * The next instant after `nowMs` at which a clock in `zone` shows `time`; exactly at it, the one of the day after.
 * At 21:00 on 24 Nov in Berlin the next 20:00 is 20:00 on 25 Nov.
 * @param time `HH:mm`
 */
export function nextWallTime(time: string, nowMs: number, zone: string): number {
  const today = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO(zone).toPlainDate();
  const onDay = (days: number) =>
    today.add({ days }).toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  return onDay(0) > nowMs ? onDay(0) : onDay(1);
}

/** `3 h 20 min` or `2 d 4 h`: the size of a span of milliseconds, cut to two units. */
export function formatSpan(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return 'less than a minute';
  const [days, hour, minute] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60];
  const parts = [
    days > 0 ? `${String(days)} d` : '',
    hour > 0 ? `${String(hour)} h` : '',
    minute > 0 && days === 0 ? `${String(minute)} min` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}
