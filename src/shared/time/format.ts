import { Temporal } from 'temporal-polyfill';

/** The viewer's own IANA zone. */
export const viewerZone = (): string => Temporal.Now.timeZoneId();

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}|${JSON.stringify(options)}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formatters.set(key, made);
  return made;
}

const at = (instant: string | number) => (typeof instant === 'string' ? Date.parse(instant) : instant);

/** `20:00` in a zone. */
export const timeIn = (zone: string, instant: string | number): string =>
  formatter(zone, { hour: '2-digit', minute: '2-digit' }).format(at(instant));

/** `20:00:05` in a zone. */
export const timeSecondsIn = (zone: string, instant: string | number): string =>
  formatter(zone, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at(instant));

/** `Tue 24 Nov` in a zone. */
export const dayIn = (zone: string, instant: string | number): string =>
  formatter(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at(instant)).replace(',', '');

/** `Tue 24 Nov 20:00` in a zone. The zone itself must stand nearby: in the column's head or beside it. */
export const dayTimeIn = (zone: string, instant: string | number): string =>
  `${dayIn(zone, instant)} ${timeIn(zone, instant)}`;

/** `Tue 20:00` in a zone. */
export const weekdayTimeIn = (zone: string, instant: string | number): string =>
  `${formatter(zone, { weekday: 'short' }).format(at(instant))} ${timeIn(zone, instant)}`;

/** `Tue 24 Nov 20:00:05` in a zone, for a running clock. */
export const dayTimeSecondsIn = (zone: string, instant: string | number): string =>
  `${dayIn(zone, instant)} ${timeSecondsIn(zone, instant)}`;

/** `24 Nov 2026, 20:00` in a zone: for dates that may lie in another year. */
export const dateTimeIn = (zone: string, instant: string | number): string =>
  formatter(zone, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(
    at(instant),
  );

/** `+5:45` or `−3:30`: a zone's offset from UTC at an instant. */
export function offsetIn(zone: string, instant: string | number): string {
  const minutes = Temporal.Instant.fromEpochMilliseconds(at(instant)).toZonedDateTimeISO(zone).offsetNanoseconds / 6e10;
  const size = Math.abs(minutes);
  const rest = size % 60;
  return `${minutes < 0 ? '−' : '+'}${String(Math.floor(size / 60))}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

/** The instant of a wall-clock date and time (`2026-11-24T20:00`) in a zone, epoch milliseconds; null when it is none. */
export function instantOfWallTime(wallTime: string, zone: string): number | null {
  try {
    return Temporal.PlainDateTime.from(wallTime).toZonedDateTime(zone).epochMilliseconds;
  } catch {
    return null;
  }
}

/** `2026-11-24T20:00` of an instant in a zone, as a date-and-time field holds it. */
export const wallTimeIn = (zone: string, instant: string | number): string =>
  Temporal.Instant.fromEpochMilliseconds(at(instant))
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
