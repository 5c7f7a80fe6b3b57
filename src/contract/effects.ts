import { z } from 'zod';
import { deviceIdSchema, runIdSchema } from '#domain/ids.ts';
import { settingsGroups } from '#domain/policy/settings.ts';
import { changeLineSchema } from './changes.ts';
import { policyRefSchema } from './devices.ts';
import { groupRefSchema } from './groups.ts';
import { settingChangeSchema } from './settings.ts';

/** The writes that support a dry run. */
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

/** The write of a dry run: the operation with its input. */
export const dryRunBody = z
  .strictObject({
    operation: z.enum(triableOperations),
    params: z.record(z.string(), z.string()),
    query: z.record(z.string(), z.string()).default({}),
    body: z.unknown().optional(),
    /** The `If-Match` of the write; a stale one is refused as in the write. */
    ifMatch: z.string().max(100).optional(),
  })
  .meta({ id: 'DryRun' });

/** The effects of a write, computed by the backend without writing. */
export const effectsSchema = z
  .object({
    lines: z.array(changeLineSchema),
    /** Devices whose effective settings would change. */
    devices: z.object({
      total: z.int(),
      byGroup: z.array(z.object({ group: groupRefSchema, count: z.int() })),
      /** Each setting with its value before and after, and the number of devices. */
      byValue: z.array(settingChangeSchema.extend({ count: z.int() })),
      /** The first hundred. */
      first: z.array(z.object({ id: deviceIdSchema, name: z.string() })),
    }),
    /** Waiting runs whose start would change; those of offline devices are planned on their return. */
    runs: z.object({
      earlier: z.int(),
      later: z.int(),
      atOnce: z.int(),
      /** Runs that would need a manual start. */
      notAtAll: z.int(),
      first: z.array(z.object({ id: runIdSchema, from: z.string().nullable(), to: z.string().nullable() })),
    }),
    /** Policies that would newly be overridden from above. */
    overruled: z.array(z.object({ policy: policyRefSchema, settings: z.enum(settingsGroups), by: policyRefSchema })),
  })
  .meta({ id: 'Effects' });

export type EffectsView = z.infer<typeof effectsSchema>;
export type DryRun = z.infer<typeof dryRunBody>;
