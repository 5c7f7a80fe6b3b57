/** Epoch milliseconds → the wire. */
export const toInstant = (epochMs: number): string => new Date(epochMs).toISOString();
/** The wire → epoch milliseconds. The text was parsed by `instantSchema` before. */
export const toEpochMs = (instant: string): number => Date.parse(instant);
