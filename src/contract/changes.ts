import { z } from 'zod';
import { changeIdSchema, deviceIdSchema, runIdSchema } from '#domain/ids.ts';
import { settingsGroups } from '#domain/policy/settings.ts';
import { policyRefSchema } from './devices.ts';
import { groupRefSchema } from './groups.ts';
import { pageOf, pageQuery } from './page.ts';
import { settingChangeSchema } from './settings.ts';
import { instantSchema } from './time.ts';

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
    /** What was done: *Policy saved*. */
    action: z.string(),
    objects: z.array(
      z.object({
        kind: z.enum(['policy', 'group', 'device', 'devices', 'account']),
        id: z.string(),
        name: z.string(),
        /** The revision that the change made of the object; null where it made none. */
        revision: z.int().nullable(),
      }),
    ),
    lines: z.array(changeLineSchema),
    /** False where a change cannot be taken back at all. */
    undoable: z.boolean(),
  })
  .meta({ id: 'Change' });

export const changePageSchema = pageOf(changeSchema).meta({ id: 'ChangePage' });

/** The audit log, newest first. `object`: part of an object's name; `from` and `to`: instants in simulated time. */
export const changeQuery = z.object({
  ...pageQuery,
  order: z.enum(['asc', 'desc']).default('desc'),
  by: z.string().max(100).optional(),
  object: z.string().max(200).optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});

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

export type ChangeView = z.infer<typeof changeSchema>;
export type EffectsView = z.infer<typeof effectsSchema>;
export type DryRun = z.infer<typeof dryRunBody>;
