import { z } from 'zod';

/** A saved revision: its number, author, and instant in UTC. */
export const savedSchema = z.object({ revision: z.int(), modifiedBy: z.string(), modifiedAt: z.string() });

export type SavedView = z.infer<typeof savedSchema>;
