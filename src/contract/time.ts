import { z } from 'zod';

const known = new Map<string, boolean>();

/** An IANA time zone that this runtime knows. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isKnownZone, { error: 'Unknown time zone. Use an IANA id such as Europe/Berlin.' });

function isKnownZone(zone: string): boolean {
  const cached = known.get(zone);
  if (cached !== undefined) return cached;
  let ok = /^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone);
  try {
    if (ok) new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    ok = false;
  }
  if (known.size < 2_000) known.set(zone, ok);
  return ok;
}

/** Epoch milliseconds → the wire. */
export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString();
/** The wire → epoch milliseconds. The text was parsed by `instantSchema` before. */
export const toEpochMs = (instant: string): number => Date.parse(instant);
