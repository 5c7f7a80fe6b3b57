import { z } from 'zod';
import { op } from './operation.ts';
import { keySchema } from './write-keys.ts';

/** The outcome of a write with an idempotency key whose answer was lost. */
export const writeOutcomeSchema = z
  .object({
    /** False if no such write was made, or its answer is no longer stored. */
    made: z.boolean(),
    /** The ETag of what it made; null where its answer has none. */
    etag: z.string().nullable(),
    /** The body of its answer; null for requests with a password. */
    answer: z.unknown(),
  })
  .meta({ id: 'WriteOutcome' });

export const writeOutcomeOperations = {
  writeOutcome: op('GET', '/writes/{key}', 'What became of a write whose answer was lost', {
    needs: 'view',
    params: z.object({ key: keySchema }),
    answer: writeOutcomeSchema,
  }),
} as const;

export type WriteOutcome = z.infer<typeof writeOutcomeSchema>;
