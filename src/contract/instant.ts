import { z } from 'zod';
import { readInstant, readInstantOfAddress, type InstantProblem } from '#domain/schedule/read-instant.ts';
import { toInstant } from './time.ts';

/** What to do about a text that is no instant. @param text as it was given, for the suggestion */
export function instantHelp(problem: InstantProblem, text: string): string {
  const given = text.trim();
  if (problem === 'no-offset' && !given.endsWith(']'))
    return `Add the offset from UTC: ${given}Z for UTC, or ${given}+01:00, for example.`;
  if (problem === 'no-time') return `Add a time and the offset from UTC, for example ${given}T18:00Z.`;
  return 'Enter an instant with its offset from UTC, for example 2026-11-24T18:00Z or 2026-11-24T19:00+01:00.';
}

const instantBy = (read: typeof readInstant) =>
  z
    .string()
    .max(100)
    .transform((text, context) => {
      const atMs = read(text);
      if (typeof atMs === 'number') return toInstant(atMs);
      context.addIssue({ code: 'custom', message: instantHelp(atMs, text) });
      return z.NEVER;
    })
    .meta({ description: 'An instant of ISO 8601 with its offset from UTC', format: 'date-time' });

/**
 * An instant that somebody sends, in any form of ISO 8601 that names its offset (`readInstant`). What comes out is in UTC
 * with a final `Z` and whole milliseconds, as all instants are that the backend answers.
 */
export const instantSchema = instantBy(readInstant);

/** The same in the query of an address. */
export const queryInstantSchema = instantBy(readInstantOfAddress);
