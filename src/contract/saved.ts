import { z } from 'zod';

/** The revision in which something was saved: its number, who saved it, and the instant in UTC. */
export const savedSchema = z.object({ revision: z.int(), modifiedBy: z.string(), modifiedAt: z.string() });

export type SavedView = z.infer<typeof savedSchema>;
