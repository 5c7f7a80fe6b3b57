import { z } from 'zod';
import { deviceIdSchema, policyIdSchema } from '#domain/ids.ts';
import { groupRefSchema } from './groups.ts';
import { flag, pageOf, pageQuery } from './page.ts';
import {
  actionsValueSchema,
  additionalValueSchema,
  authenticationValueSchema,
  lockSchema,
  scanScopeSchema,
} from './settings.ts';

/** Who decided a setting, without the policy's name. */
export const decidedBySchema = z.enum(['locked-by-policy', 'device', 'policy-not-enforced', 'default']);

export const deviceParams = z.object({ deviceId: deviceIdSchema });

export const deviceStatusSchema = z.enum(['online', 'offline', 'out-of-office']);

/** What the devices of a group can be narrowed to. */
export const deviceFilters = [...deviceStatusSchema.options, 'zone-unknown'] as const;

export const deviceSchema = z
  .object({
    id: deviceIdSchema,
    name: z.string(),
    group: groupRefSchema,
    operatingSystem: z.string(),
    address: z.string(),
    timeZone: z.string(),
    /** False where nothing can be planned in it: the device starts nothing until it is put right. */
    timeZoneKnown: z.boolean(),
    status: deviceStatusSchema,
    /** The scan start in force, in words. */
    scanStart: z.string(),
    /** Who decided it. */
    decidedBy: decidedBySchema,
    policyName: z.string().nullable(),
    hasLocalSettings: z.boolean(),
  })
  .meta({ id: 'Device' });

export const devicePageSchema = pageOf(deviceSchema).meta({ id: 'DevicePage' });

export const deviceSorts = ['name', 'group', 'status', 'timeZone', 'operatingSystem', 'address'] as const;

export const deviceQuery = z.object({
  ...pageQuery,
  subgroups: flag.default(true),
  sort: z.enum(deviceSorts).default('name'),
  /** `zone-unknown`: devices whose time zone cannot be planned with. */
  status: z.enum(deviceFilters).optional(),
  /** What holds for IOC scanning, and who decided: each part of a group's summary leads to its devices. */
  decidedBy: decidedBySchema.optional(),
  decidingPolicy: policyIdSchema.optional(),
  /** In words, as a row says it. */
  scanStart: z.string().max(100).optional(),
  scope: scanScopeSchema.optional(),
});

/** A policy named in an explanation, with its group and whether it is the one that won. */
export const policyRefSchema = z.object({ id: policyIdSchema, name: z.string(), group: groupRefSchema });

export const sourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('policy'), policy: policyRefSchema, lock: lockSchema }),
  z.object({ kind: z.literal('device') }),
  z.object({ kind: z.literal('default') }),
]);

export const lossReasonSchema = z.enum([
  'inactive',
  'for-devices-out-of-office',
  'not-out-of-office',
  'nearer-policy',
  'locked-from-above',
  'not-locked',
  'not-inherited',
  'under-policy',
  'set-on-device',
  'policy-says',
]);

const effective = <T extends z.ZodType>(value: T) =>
  z.object({
    /** The value in force. */
    value,
    source: sourceSchema,
    /** The value set on the device, or null when none was. */
    local: value.nullable(),
    editable: z.boolean(),
    losers: z.array(
      z.object({ source: sourceSchema, value, because: lossReasonSchema, beatenBy: policyRefSchema.nullable() }),
    ),
  });

/** A device's application settings: each group of settings with its value in force, its source, and the local value. */
export const deviceSettingsSchema = z
  .object({
    revision: z.int(),
    /** Who saved local settings last; null where nobody did. */
    modifiedBy: z.string().nullable(),
    /** When; null where nobody did. An edit that an earlier build kept of it says nothing of this. */
    modifiedAt: z.string().nullable().default(null),
    policy: policyRefSchema.nullable(),
    actions: effective(actionsValueSchema),
    authentication: effective(authenticationValueSchema),
    additional: effective(additionalValueSchema),
  })
  .meta({ id: 'DeviceSettings' });

/** The local values to keep; null takes a local value away. A group that is left out stays as it is. */
export const deviceSettingsBody = z
  .strictObject({
    actions: actionsValueSchema.nullable().optional(),
    authentication: authenticationValueSchema.nullable().optional(),
    additional: additionalValueSchema.nullable().optional(),
  })
  .meta({ id: 'DeviceSettingsUpdate' });

/** The simulated status of a device: it goes offline, comes back, leaves the office. */
export const deviceStatusBody = z.strictObject({ status: deviceStatusSchema });

export type DeviceRow = z.infer<typeof deviceSchema>;
export type DeviceSettingsView = z.infer<typeof deviceSettingsSchema>;
export type SourceView = z.infer<typeof sourceSchema>;
export type PolicyRef = z.infer<typeof policyRefSchema>;
export type DeviceSort = (typeof deviceSorts)[number];
