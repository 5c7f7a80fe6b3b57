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

/** The source of an effective value, without the policy's name. */
export const decidedBySchema = z.enum(['locked-by-policy', 'device', 'policy-not-enforced', 'default']);

export const deviceParams = z.object({ deviceId: deviceIdSchema });

export const deviceStatusSchema = z.enum(['online', 'offline', 'out-of-office']);

/** The filters of a device list. */
export const deviceFilters = [...deviceStatusSchema.options, 'zone-unknown'] as const;

export const deviceSchema = z
  .object({
    id: deviceIdSchema,
    name: z.string(),
    group: groupRefSchema,
    operatingSystem: z.string(),
    address: z.string(),
    timeZone: z.string(),
    /** False if the zone is unknown: the device starts nothing until it is corrected. */
    timeZoneKnown: z.boolean(),
    status: deviceStatusSchema,
    /** The effective scan start, in words. */
    scanStart: z.string(),
    /** Its source. */
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
  /** `zone-unknown`: devices whose time zone is unknown. */
  status: z.enum(deviceFilters).optional(),
  /** The effective IOC scanning settings and their source: each part of a group's summary links to its devices. */
  decidedBy: decidedBySchema.optional(),
  decidingPolicy: policyIdSchema.optional(),
  /** In words, as in a row. */
  scanStart: z.string().max(100).optional(),
  scope: scanScopeSchema.optional(),
});

/** A policy in an explanation, with its group and whether it won. */
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
    /** The effective value. */
    value,
    source: sourceSchema,
    /** The value set on the device, or null. */
    local: value.nullable(),
    editable: z.boolean(),
    losers: z.array(
      z.object({ source: sourceSchema, value, because: lossReasonSchema, beatenBy: policyRefSchema.nullable() }),
    ),
  });

/** The application settings of a device: each group of settings with its effective value, source and local value. */
export const deviceSettingsSchema = z
  .object({
    revision: z.int(),
    /** Who saved local settings last; null if never saved. */
    modifiedBy: z.string().nullable(),
    /** The instant of that save, or null. Missing in drafts that an earlier build stored. */
    modifiedAt: z.string().nullable().default(null),
    policy: policyRefSchema.nullable(),
    actions: effective(actionsValueSchema),
    authentication: effective(authenticationValueSchema),
    additional: effective(additionalValueSchema),
  })
  .meta({ id: 'DeviceSettings' });

/** The new local values; null removes one. An omitted group stays unchanged. */
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
