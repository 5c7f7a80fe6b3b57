import { hoursPreference, type Hours } from './time-preferences.ts';

export { viewerZone } from './time-preferences.ts';

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${zone}|${JSON.stringify(options)}`;
  const cached = formatters.get(key);
  if (cached) return cached;
  const created = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...options });
  formatters.set(key, created);
  return created;
}

/** Hour and minute in the preferred notation: `20:00` or `8:00 pm`. */
const clock = (hours: Hours): Intl.DateTimeFormatOptions =>
  hours === '12'
    ? { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

const at = (instant: string | number) => (typeof instant === 'string' ? Date.parse(instant) : instant);

/** `20:00` or `8:00 pm` in a zone, by preference. Only for display: compute with `clockTimeIn`. */
export const timeIn = (zone: string, instant: string | number): string =>
  formatter(zone, clock(hoursPreference())).format(at(instant));

/** `20:00` in a zone, regardless of the preference. */
export const clockTimeIn = (zone: string, instant: string | number): string =>
  formatter(zone, clock('24')).format(at(instant));

/** The hour for an axis label: `20` or `8 pm`. */
export const hourIn = (zone: string, instant: string | number): string =>
  hoursPreference() === '24'
    ? clockTimeIn(zone, instant).slice(0, 2)
    : formatter(zone, { hour: 'numeric', hourCycle: 'h12' }).format(at(instant));

/** `20:00:05` in a zone. */
export const timeSecondsIn = (zone: string, instant: string | number): string =>
  formatter(zone, { ...clock(hoursPreference()), second: '2-digit' }).format(at(instant));

/** `Tue 24 Nov` in a zone. */
export const dayIn = (zone: string, instant: string | number): string =>
  formatter(zone, { weekday: 'short', day: 'numeric', month: 'short' }).format(at(instant)).replace(',', '');

/** `Tue 24 Nov 20:00` in a zone. Show the zone nearby, such as in the column header. */
export const dayTimeIn = (zone: string, instant: string | number): string =>
  `${dayIn(zone, instant)} ${timeIn(zone, instant)}`;

/** `Tue 24 Nov 2026` in a zone. */
export const dayYearIn = (zone: string, instant: string | number): string =>
  `${dayIn(zone, instant)} ${yearIn(zone, instant)}`;

/** `Tue 24 Nov 2026 20:00` in a zone: for files and screen readers, which lack the context of other dates. */
export const dayYearTimeIn = (zone: string, instant: string | number): string =>
  `${dayYearIn(zone, instant)} ${timeIn(zone, instant)}`;

/** `2026` in a zone. */
export const yearIn = (zone: string, instant: string | number): string =>
  formatter(zone, { year: 'numeric' }).format(at(instant));

/**
 * `Tue 24 Nov 20:00` in a zone, with the year if it differs from that of the reference: `Tue 5 Jan 2027 20:00`.
 * @param reference the simulated now; null while unknown, then with the year
 */
export const dayTimeFrom = (zone: string, instant: string | number, reference: string | number | null): string =>
  reference !== null && yearIn(zone, reference) === yearIn(zone, instant)
    ? dayTimeIn(zone, instant)
    : dayYearTimeIn(zone, instant);

/** `Tue 20:00` in a zone. */
export const weekdayTimeIn = (zone: string, instant: string | number): string =>
  `${formatter(zone, { weekday: 'short' }).format(at(instant))} ${timeIn(zone, instant)}`;

/** `Tue 24 Nov 20:00:05` in a zone, for a running clock. */
export const dayTimeSecondsIn = (zone: string, instant: string | number): string =>
  `${dayIn(zone, instant)} ${timeSecondsIn(zone, instant)}`;

/** `24 Nov 2026, 20:00` in a zone. */
export const dateTimeIn = (zone: string, instant: string | number): string =>
  formatter(zone, { day: 'numeric', month: 'short', year: 'numeric', ...clock(hoursPreference()) }).format(at(instant));

/** `+5:45` or `−3:30`: a zone's offset from UTC at an instant. */
export function offsetIn(zone: string, instant: string | number): string {
  const parts = formatter(zone, { timeZoneName: 'longOffset' }).formatToParts(at(instant));
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hours = '0', minutes = '00'] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return `${sign === '-' ? '−' : '+'}${String(Number(hours))}${minutes === '00' ? '' : `:${minutes}`}`;
}
