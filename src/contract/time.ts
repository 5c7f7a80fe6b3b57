import { z } from 'zod';

/** An instant on the wire: ISO 8601 in UTC with a final `Z`, whole milliseconds. */
export const instantSchema = z.iso.datetime({ error: 'Enter an instant in UTC, for example 2026-11-24T18:00:00Z.' });

/** Epoch milliseconds → the wire. */
export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString();
/** The wire → epoch milliseconds. The text was parsed by `instantSchema` before. */
export const toEpochMs = (instant: string): number => Date.parse(instant);
