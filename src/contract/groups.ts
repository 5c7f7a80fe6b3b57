import { z } from 'zod';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';

export const groupParams = z.object({ groupId: groupIdSchema });

/** A node of the tree with what its row shows. Counts are of the group with all its subgroups. */
export const groupNodeSchema = z
  .object({
    id: groupIdSchema,
    parentId: groupIdSchema.nullable(),
    name: z.string(),
    childCount: z.int(),
    deviceCount: z.int(),
  })
  .meta({ id: 'GroupNode' });

export const groupTreeSchema = z.object({ groups: z.array(groupNodeSchema) });
export const groupTreeQuery = z.object({
  /** Only the children of this group: for trees that are read level by level. */
  parentId: groupIdSchema.optional(),
});

export const groupRefSchema = z.object({ id: groupIdSchema, name: z.string() });

/** A group's page: where it is and whose settings hold in it. */
export const groupViewSchema = z
  .object({
    id: groupIdSchema,
    name: z.string(),
    /** From *Managed devices* down, the group itself last. */
    path: z.array(groupRefSchema),
    deviceCount: z.int(),
    effectivePolicy: z
      .object({
        id: policyIdSchema,
        name: z.string(),
        group: groupRefSchema,
        scanStart: z.string(),
        additionalUnderPolicy: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'Group' });

export type GroupNode = z.infer<typeof groupNodeSchema>;
export type GroupView = z.infer<typeof groupViewSchema>;
