import { z } from 'zod';
import { nameSchema } from './names.ts';
import { actionsValueSchema, additionalValueSchema, lockSchema } from './settings.ts';

/** The version of the export format. */
const version = 1;

/**
 * A policy as a file, to be imported elsewhere. Of *Authentication on Administration Server* it contains only the lock: neither a password nor a credential id leaves the
 * server. Files of other versions are refused.
 */
export const policyFileSchema = z
  .strictObject({
    format: z.literal('vesper-policy', { error: 'This is not an exported policy.' }),
    version: z.literal(version, {
      error: `This server reads version ${version} of exported policies only, and the file says another one.`,
    }),
    name: nameSchema,
    inherit: z.boolean(),
    force: z.boolean(),
    settings: z.strictObject({
      actions: z.strictObject({ value: actionsValueSchema, lock: lockSchema }),
      authentication: z.strictObject({ lock: lockSchema }),
      additional: z.strictObject({ value: additionalValueSchema, lock: lockSchema }),
    }),
  })
  .meta({ id: 'PolicyFile' });

export type PolicyFile = z.infer<typeof policyFileSchema>;
