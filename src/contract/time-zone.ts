import { z } from 'zod';
import { suggestZones } from '#domain/schedule/suggest-zones.ts';
import { isTimeZone, readTimeZone } from '#domain/schedule/time-zone.ts';

/**
 * A known time zone, normalised to its usual spelling. The error message suggests alternatives. Stored zones are plain
 * strings, because they may be unknown.
 */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: ({ input }) => zoneRefusal(String(input), suggestZones(String(input))) })
  .overwrite((zone) => {
    const read = readTimeZone(zone);
    return read.kind === 'known' ? read.zone : zone;
  });

/**
 * The error message for an unknown time zone: *Unknown time zone “PST”. Use an IANA name: America/Los_Angeles or
 * Asia/Manila.* At most three are named.
 */
export function zoneRefusal(text: string, suggestions: readonly string[]): string {
  const shown = text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
  const named = suggestions.slice(0, mostNamed);
  const use = named.length === 0 ? 'such as Europe/Berlin' : list.format(named);
  return `Unknown time zone “${shown}”. Use an IANA name${named.length === 0 ? ' ' : ': '}${use}.`;
}

const mostShown = 80;
const mostNamed = 3;
const list = new Intl.ListFormat('en', { type: 'disjunction' });
