import { isTimeZone } from '#domain/schedule/time-zone.ts';

/** What a browser says of the system that it runs on. */
interface SystemZone {
  /** The zone that `Intl` resolves to. */
  readonly resolved: string;
  /** How far the system's clock is behind UTC now, as `Date` says it: minutes. */
  readonly behindMinutes: number;
}

const systemZone = (): SystemZone => ({
  resolved: Intl.DateTimeFormat().resolvedOptions().timeZone,
  behindMinutes: new Date().getTimezoneOffset(),
});

/**
 * Why times are told in UTC though nobody chose so: this browser does not know the zone of its system. Null where it does.
 * Chromium says `Etc/Unknown` then; WebKit says UTC while the system's clock shows another time.
 */
export function unknownSystemZone({ resolved, behindMinutes }: SystemZone = systemZone()): string | null {
  if (isTimeZone(resolved) && (resolved !== 'UTC' || behindMinutes === 0)) return null;
  const clock = behindMinutes === 0 ? '' : `, whose clock is UTC${offsetText(-behindMinutes)}`;
  return `This browser does not know the time zone of your system${clock}. Until you choose one, times are in UTC.`;
}

function offsetText(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '−' : '+'}${String(hours)}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}
