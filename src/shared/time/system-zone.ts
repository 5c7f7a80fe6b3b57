import { isTimeZone } from '#domain/schedule/time-zone.ts';

interface SystemZone {
  /** The zone of `Intl`. */
  readonly resolved: string;
  /** `Date.getTimezoneOffset`: minutes behind UTC now. */
  readonly behindMinutes: number;
}

const systemZone = (): SystemZone => ({
  resolved: Intl.DateTimeFormat().resolvedOptions().timeZone,
  behindMinutes: new Date().getTimezoneOffset(),
});

/**
 * A message if times are shown in UTC because the browser does not know the zone of its system; null if it does. Chromium
 * then reports `Etc/Unknown`; WebKit reports UTC while the system's clock shows another time.
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
