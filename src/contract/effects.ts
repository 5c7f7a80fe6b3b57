import { z } from 'zod';
import { deviceIdSchema, runIdSchema } from '#domain/ids.ts';
import { settingsGroups } from '#domain/policy/settings.ts';
import { changeLineSchema } from './changes.ts';
import { policyRefSchema } from './devices.ts';
import { groupRefSchema } from './groups.ts';
import { settingChangeSchema } from './settings.ts';

/** The writes that can be tried without being made. */
export const triableOperations = [
  'updatePolicy',
  'createPolicy',
  'setPolicyStatus',
  'copyPolicy',
  'movePolicy',
  'deletePolicy',
  'importPolicy',
  'updateDeviceSettings',
  'createGroup',
  'updateGroup',
  'moveGroup',
  'deleteGroup',
  'moveDevices',
  'setTimeZone',
  'restoreRevision',
  'describeRevision',
] as const;

/** A write to try: the operation by name with what it would be sent. */
export const dryRunBody = z
  .strictObject({
    operation: z.enum(triableOperations),
    params: z.record(z.string(), z.string()),
    query: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
    /** The ETag that the write would name in `If-Match`: a stale one is refused as the write would be. */
    ifMatch: z.string().max(100).optional(),
  })
  .meta({ id: 'DryRun' });

/** What a write would change, by the backend's own rules. Nothing is written. */
export const effectsSchema = z
  .object({
    lines: z.array(changeLineSchema),
    /** Devices on which another value would hold than now, for any group of settings. */
    devices: z.object({
      total: z.int(),
      byGroup: z.array(z.object({ group: groupRefSchema, count: z.int() })),
      /** Each setting by name with what it was and would be, and on how many devices. */
      byValue: z.array(settingChangeSchema.extend({ count: z.int() })),
      /** The first hundred, for a list. */
      first: z.array(z.object({ id: deviceIdSchema, name: z.string() })),
    }),
    /** Runs that have not started and would start at another time; those of offline devices are planned on their return. */
    runs: z.object({
      earlier: z.int(),
      later: z.int(),
      atOnce: z.int(),
      /** They would wait for a person. */
      notAtAll: z.int(),
      first: z.array(z.object({ id: runIdSchema, from: z.string().nullable(), to: z.string().nullable() })),
    }),
    /** Policies whose own value would be overruled from above and is not now. */
    overruled: z.array(z.object({ policy: policyRefSchema, settings: z.enum(settingsGroups), by: policyRefSchema })),
  })
  .meta({ id: 'Effects' });

export type EffectsView = z.infer<typeof effectsSchema>;
export type DryRun = z.infer<typeof dryRunBody>;
