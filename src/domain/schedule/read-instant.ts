import { Temporal } from 'temporal-polyfill';

/** Why a text is no instant: there is no text, no time of day, no offset from UTC, or it says nothing that is known. */
export type InstantProblem = 'empty' | 'no-time' | 'no-offset' | 'unreadable';

const date = String.raw`\d{4}-?\d\d-?\d\d|\d{4}-?W\d\d-?\d|\d{4}-?\d{3}`;
const time = String.raw`(\d\d)(?::?(\d\d)(?::?(\d\d))?)?(?:[.,](\d{1,20}))?`;
const offset = String.raw`Z|UTC|GMT|[+-]\d\d(?::?\d\d(?::?\d\d)?)?`;
/** RFC 9557: what stands in brackets adds to an instant, and changes it only where it is critical. */
const notes = String.raw`(?:\[[^!\][]{1,100}\])*`;

const dateAlone = new RegExp(`^(?:${date})$`, 'i');
const dateAndTime = new RegExp(`^(?:${date})(?:T| +)${time}${notes}$`, 'i');
const instant = new RegExp(`^(${date})(?:T| +)${time} *(${offset})${notes}$`, 'i');

/** The years 0000 to 9999 in UTC: others would need more than four digits on the wire. */
const [firstMs, afterLastMs] = [-62_167_219_200_000, 253_402_300_800_000];
const [secondMs, minuteMs, hourMs, dayMs] = [1_000, 60_000, 3_600_000, 86_400_000];

/**
 * Reads an instant in any form of ISO 8601 that names its offset from UTC: extended or basic, with or without seconds, a
 * fraction of the last part after a point or a comma, a date of the calendar, of a week or of a year, 24:00 as the end of
 * a day. Blanks before the time and the offset, `UTC`, and brackets as of RFC 9557 are read too, since programs write them.
 * A leap second is the second before it.
 *
 * Temporal's own parser takes most of it, but no week, no day of a year, no 24:00, and no fraction of a minute.
 * @returns epoch milliseconds UTC, rounded down; or why it is none
 *
 * @example
 * readInstant('20261124T1900+01'); // the same as of 2026-11-24T18:00:00.000Z
 * readInstant('2026-11-24T18:00'); // 'no-offset'
 */
export function readInstant(text: string): number | InstantProblem {
  // ISO 8601 allows the minus sign beside the hyphen.
  const plain = text.trim().replaceAll('\u2212', '-');
  if (plain === '') return 'empty';
  const parts = instant.exec(plain);
  if (!parts) {
    if (dateAndTime.test(plain)) return 'no-offset';
    return dateAlone.test(plain) ? 'no-time' : 'unreadable';
  }
  const [, day = '', hour = '', minute, second, fraction = '0', zone = ''] = parts;
  const unitMs = second !== undefined ? secondMs : minute !== undefined ? minuteMs : hourMs;
  // In whole numbers: 0.289 of a second would be 288.99 ms.
  const fractionMs = Number((BigInt(fraction) * BigInt(unitMs)) / 10n ** BigInt(fraction.length));
  const endOfDay = hour === '24';
  if (endOfDay && (Number(minute ?? 0) > 0 || Number(second ?? 0) > 0 || fractionMs > 0)) return 'unreadable';
  try {
    const startOfUnit = [endOfDay ? '00' : hour, minute ?? '00', second ?? '00'].join(':');
    const offsetFromUtc = /^[+-]/.test(zone) ? zone : 'Z';
    const { epochMilliseconds } = Temporal.Instant.from(`${calendarDay(day)}T${startOfUnit}${offsetFromUtc}`);
    const atMs = epochMilliseconds + fractionMs + (endOfDay ? dayMs : 0);
    return atMs >= firstMs && atMs < afterLastMs ? atMs : 'unreadable';
  } catch {
    return 'unreadable';
  }
}

/** The same of the query of an address, where a plus sign that was not written as `%2B` arrives as a blank. */
export const readInstantOfAddress = (text: string): number | InstantProblem =>
  readInstant(text.trim().replace(/^(\S+[T ]\S*\d) (\d\d(?::?\d\d)?)$/i, '$1+$2'));

/** The day as year, month and day. @throws RangeError where the year has no such week or day */
function calendarDay(text: string): string {
  const parts = /^(\d{4})-?(?:W(\d\d)-?(\d)|(\d{3}))$/i.exec(text);
  if (!parts) return text;
  const [, year = '', week, weekday = '', dayOfYear] = parts;
  if (dayOfYear !== undefined) {
    const day = Temporal.PlainDate.from(`${year}-01-01`).add({ days: Number(dayOfYear) - 1 });
    if (day.year !== Number(year)) throw new RangeError('no such day of the year');
    return day.toString();
  }
  // The fourth of January is always in the first week.
  const inFirstWeek = Temporal.PlainDate.from(`${year}-01-04`);
  const monday = inFirstWeek.subtract({ days: inFirstWeek.dayOfWeek - 1 }).add({ weeks: Number(week) - 1 });
  if (monday.yearOfWeek !== Number(year) || Number(weekday) < 1 || Number(weekday) > 7)
    throw new RangeError('no such week, or no such day of it');
  return monday.add({ days: Number(weekday) - 1 }).toString();
}
