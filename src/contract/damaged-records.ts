import { z } from 'zod';
import { op } from './operation.ts';

/** A stored record that could not be read as it is; it is kept as it was. */
export const damagedRecordSchema = z
  .object({
    /** What it is, in words, with its name or id as far as these can be read: *device BER-LT-0001*. */
    what: z.string(),
    collection: z.string(),
    /** Its id, as far as it can be read. */
    id: z.string().nullable(),
    /** What is wrong, each by the place in the record; an empty place is the record itself. */
    faults: z.array(z.object({ path: z.string(), message: z.string() })),
    /** What is used instead, as a sentence. */
    instead: z.string(),
    /** As it was read, for whoever looks into it; without what stands for a password. */
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
