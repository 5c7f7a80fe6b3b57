import { z } from 'zod';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { nameSchema } from './names.ts';
import { flag } from './page.ts';

export const groupParams = z.object({ groupId: groupIdSchema });

/** A node of the tree. Counts include all subgroups. */
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
  /** Only the children of this group, for trees loaded level by level. */
  parentId: groupIdSchema.optional(),
});

export const groupRefSchema = z.object({ id: groupIdSchema, name: z.string() });

/** The page of a group: its position in the tree and its effective policy. */
export const groupViewSchema = z
  .object({
    id: groupIdSchema,
    name: z.string(),
    revision: z.int(),
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

/** The name of a new group, or the new name of one. */
export const groupBody = z.strictObject({ name: nameSchema }).meta({ id: 'GroupUpdate' });

/** The group that a group is moved into. */
export const groupMoveBody = z.strictObject({ parentId: groupIdSchema });

/** `content`: also delete the content of the group; otherwise only an empty group is deleted. */
export const groupDeletionQuery = z.object({ content: flag.default(false) });

/** Devices that move into a group. */
export const deviceMoveBody = z
  .strictObject({ deviceIds: z.array(deviceIdSchema).min(1).max(10_000), groupId: groupIdSchema })
  .meta({ id: 'DeviceMove' });

export type GroupNode = z.infer<typeof groupNodeSchema>;
export type GroupView = z.infer<typeof groupViewSchema>;
