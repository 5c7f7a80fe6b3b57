import { z } from 'zod';
import { op } from './operation.ts';

/** A stored record that could not be read; it is retained unchanged. */
export const damagedRecordSchema = z
  .object({
    /** A description with its name or id if readable, such as *device BER-LT-0001*. */
    what: z.string(),
    collection: z.string(),
    /** Its id, if readable. */
    id: z.string().nullable(),
    /** The errors with their paths in the record; an empty path is the record itself. */
    faults: z.array(z.object({ path: z.string(), message: z.string() })),
    /** The substitute, as a sentence. */
    instead: z.string(),
    /** The stored content without credentials, for diagnosis. */
    record: z.unknown(),
  })
  .meta({ id: 'DamagedRecord' });

/** Stored records that could not be read. */
export const damagedRecordOperations = {
  damagedRecords: op(
    'GET',
    '/world/damaged-records',
    'Stored records that could not be read, and what is used instead',
    {
      needs: 'view',
      answer: z.object({ records: z.array(damagedRecordSchema) }),
    },
  ),
} as const;

export type DamagedRecordView = z.infer<typeof damagedRecordSchema>;
