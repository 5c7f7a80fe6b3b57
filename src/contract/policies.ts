import { z } from 'zod';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { policyRefSchema } from './devices.ts';
import { groupRefSchema } from './groups.ts';
import { nameSchema } from './names.ts';
import { flag, pageQuery } from './page.ts';
import {
  actionsValueSchema,
  additionalValueSchema,
  authenticationValueSchema,
  lockSchema,
  policySettingsSchema,
} from './settings.ts';

export const policyParams = z.object({ policyId: policyIdSchema });

export const policyStatusSchema = z.enum(['active', 'inactive', 'out-of-office']);

export const policyNameSchema = nameSchema;

export const policyRowSchema = z
  .object({
    id: policyIdSchema,
    name: z.string(),
    status: policyStatusSchema,
    group: groupRefSchema,
    /** True if it belongs to a group above the requested one. */
    inherited: z.boolean(),
    /** True if it is the effective policy of the requested group. */
    effective: z.boolean(),
    inherits: z.boolean(),
    scanStart: z.string(),
    additionalLock: lockSchema,
    lockedBy: policyRefSchema.nullable(),
    revision: z.int(),
    modifiedAt: z.string(),
    modifiedBy: z.string(),
  })
  .meta({ id: 'PolicyRow' });

export const policyListSchema = z.object({ rows: z.array(policyRowSchema), asOf: z.string() });
export const policySorts = ['name', 'status', 'group', 'revision', 'modified'] as const;
/** Without `sort` the nearest group comes first, then by name. The list is small: it has no pages. */
export const policyListQuery = z.object({
  inherited: flag.default(true),
  search: pageQuery.search,
  status: policyStatusSchema.optional(),
  sort: z.enum(policySorts).optional(),
  order: pageQuery.order,
});

const groupState = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    lock: lockSchema,
    /** The policy above that enforces this group of settings; null if it is editable here. */
    lockedBy: policyRefSchema.nullable(),
    own: z.object({ value, lock: lockSchema }),
    /** Devices under this policy that use another value because of a local setting. */
    deviatingDevices: z.int(),
  });

/** A policy as its Properties window shows it: the saved values, and the effective ones (docs/domain-rules.md#inheritance). */
export const policyViewSchema = z
  .object({
    id: policyIdSchema,
    name: z.string(),
    status: policyStatusSchema,
    group: groupRefSchema,
    inherit: z.boolean(),
    force: z.boolean(),
    parent: policyRefSchema.nullable(),
    forcedBy: policyRefSchema.nullable(),
    /** Devices with this effective policy. */
    deviceCount: z.int(),
    /** The most frequent zone of those devices, the default of the preview. */
    commonTimeZone: z.string(),
    settings: z.object({
      actions: groupState(actionsValueSchema),
      authentication: groupState(authenticationValueSchema),
      additional: groupState(additionalValueSchema),
    }),
    revision: z.int(),
    modifiedAt: z.string(),
    modifiedBy: z.string(),
  })
  .meta({ id: 'Policy' });

/** The body of a save: the policy's own values in full. */
export const policyBody = z
  .strictObject({
    name: policyNameSchema,
    status: policyStatusSchema,
    inherit: z.boolean(),
    force: z.boolean(),
    settings: policySettingsSchema,
  })
  .meta({ id: 'PolicyUpdate' });

/** A new policy: the application's defaults, inherited settings, and *Inactive* unless a status is given. */
export const newPolicyBody = z
  .strictObject({ name: policyNameSchema, status: policyStatusSchema.default('inactive') })
  .meta({ id: 'NewPolicy' });

export const policyStatusBody = z.strictObject({ status: policyStatusSchema });

/** The group that a policy is copied or moved to. */
export const targetGroupBody = z.strictObject({ groupId: groupIdSchema });

export type PolicySort = (typeof policySorts)[number];
export type PolicyRow = z.infer<typeof policyRowSchema>;
export type PolicyView = z.infer<typeof policyViewSchema>;
export type PolicyUpdate = z.infer<typeof policyBody>;
