import { z } from 'zod';
import { changeSchema } from './changes.ts';
import { settingChangeSchema } from './settings.ts';

export const historyParams = z.object({ kind: z.enum(['policy', 'group', 'device']), objectId: z.string().max(64) });
export const revisionParams = historyParams.extend({ number: z.coerce.number().int().min(1) });

/** One save of an object; of a device, of its local settings. */
export const revisionSchema = z
  .object({
    number: z.int(),
    at: z.string(),
    by: z.string(),
    changes: z.array(settingChangeSchema),
    /** What somebody wrote about it; empty where nobody did. */
    description: z.string(),
  })
  .meta({ id: 'Revision' });

/**
 * Newest first. `revision`: the one that the object has now, 0 where nothing was ever saved. Of an object that was
 * `deleted` it is the last one it had: a policy comes back by restoring a revision.
 */
export const historySchema = z
  .object({ revision: z.int(), deleted: z.boolean(), rows: z.array(revisionSchema) })
  .meta({ id: 'History' });

export const comparisonQuery = z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) });

/** Two revisions, setting by setting: what differs, and what is the same in both. */
export const comparisonSchema = z
  .object({
    from: revisionSchema,
    to: revisionSchema,
    changes: z.array(settingChangeSchema),
    same: z.array(z.object({ setting: z.string(), value: z.string() })),
  })
  .meta({ id: 'Comparison' });

/** The revision that an object has after an old one was restored, and the change; null where nothing differed. */
export const restoredSchema = z.object({ revision: z.int(), change: changeSchema.nullable() }).meta({ id: 'Restored' });

export const descriptionBody = z
  .strictObject({ description: z.string().trim().max(1000, 'A description has at most 1000 characters.') })
  .meta({ id: 'RevisionDescription' });

export type RevisionView = z.infer<typeof revisionSchema>;
