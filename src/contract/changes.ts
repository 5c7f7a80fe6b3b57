import { z } from 'zod';
import { changeIdSchema } from '#domain/ids.ts';
import { pageOf } from './page.ts';
import { settingChangeSchema } from './settings.ts';

export const changeParams = z.object({ changeId: changeIdSchema });

/** One setting's change with the name of the object it belongs to. */
export const changeLineSchema = settingChangeSchema.extend({ object: z.string() });

/** One change of the world by a person: an entry of the audit log. */
export const changeSchema = z
  .object({
    id: changeIdSchema,
    number: z.int(),
    /** The instant of the change in simulated time. */
    at: z.string(),
    by: z.string(),
    /** The action, such as *Policy saved*. */
    action: z.string(),
    objects: z.array(
      z.object({
        kind: z.enum(['policy', 'group', 'device', 'devices', 'account']),
        id: z.string(),
        name: z.string(),
        /** The revision of the object that the change created, or null. */
        revision: z.int().nullable(),
      }),
    ),
    lines: z.array(changeLineSchema),
    /** False if the change can never be undone. */
    undoable: z.boolean(),
  })
  .meta({ id: 'Change' });

export const changePageSchema = pageOf(changeSchema).meta({ id: 'ChangePage' });

export type ChangeView = z.infer<typeof changeSchema>;
