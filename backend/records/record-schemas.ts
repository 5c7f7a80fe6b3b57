import { z } from 'zod';
import { deviceStatusSchema } from '#contract/devices.ts';
import { policyStatusSchema } from '#contract/policies.ts';
import { roleSchema } from '#contract/rights.ts';
import {
  actionsValueSchema,
  additionalValueSchema,
  authenticationValueSchema,
  lockSchema,
  policySettingsSchema,
} from '#contract/settings.ts';
import { missingSchema } from '#contract/tasks.ts';
import { timeZoneSchema } from '#contract/time-zone.ts';
import {
  changeIdSchema,
  credentialIdSchema,
  detectionIdSchema,
  deviceIdSchema,
  groupIdSchema,
  md5Schema,
  policyIdSchema,
  taskIdSchema,
  userIdSchema,
} from '#domain/ids.ts';
import { actionIds } from '#domain/response/actions.ts';
import { legitimateApplications } from '#domain/response/legitimate-applications.ts';
import { scenarioNamed } from '#contract/scenario-names.ts';
import { count, instantMs, line, minutes, text } from './record-parts.ts';
import { rosterSchema, taskRunsSchema } from './run-schemas.ts';
import type { Collection, Records } from '../ports/store.ts';

// What a record of each collection looks like, for those that are read from a disk: whatever happened to them there, the
// services may trust what comes through. What only another record can tell is for `references.ts`.

const saved = { revision: count, modifiedAtMs: instantMs, modifiedBy: line };

const groupSchema = z.object({ ...saved, id: groupIdSchema, parentId: groupIdSchema.nullable(), name: line });

const deviceSchema = z.object({
  id: deviceIdSchema,
  groupId: groupIdSchema,
  name: line,
  operatingSystem: line,
  address: line,
  // Any text: what is no time zone here may be one elsewhere, and a device in an unknown one can be mended.
  timeZone: line,
  status: deviceStatusSchema,
});

const policySchema = z.object({
  ...saved,
  id: policyIdSchema,
  groupId: groupIdSchema,
  name: line,
  status: policyStatusSchema,
  inherit: z.boolean(),
  force: z.boolean(),
  settings: policySettingsSchema,
});

const localSettingsSchema = z.object({
  ...saved,
  id: deviceIdSchema,
  values: z.object({
    actions: actionsValueSchema.nullable(),
    authentication: authenticationValueSchema.nullable(),
    additional: additionalValueSchema.nullable(),
  }),
});

const settingChange = { setting: line, from: text, to: text };

const revisionSchema = z
  .object({
    id: line,
    object: line,
    number: count,
    atMs: instantMs,
    by: line,
    changes: z.array(z.object(settingChange)),
    description: text,
    record: z.union([policySchema, localSettingsSchema, groupSchema]),
  })
  .refine(({ id, object, number }) => id === `${object}.${String(number)}`, { error: 'It is filed elsewhere.' })
  .refine(({ object, record }) => object === `${kindOf(record)}/${record.id}`, { error: 'It is of another object.' });

const kindOf = (record: object) => ('settings' in record ? 'policy' : 'values' in record ? 'device' : 'group');

const factsSchema = deviceSchema.omit({ id: true, name: true }).partial();
const before = <T extends z.ZodType>(record: T) => ({
  id: line,
  before: record.nullable(),
  after: count.nullable(),
});

const undoStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('policy'), ...before(policySchema) }),
  z.object({ kind: z.literal('group'), ...before(groupSchema) }),
  z.object({ kind: z.literal('device'), ...before(localSettingsSchema) }),
  z.object({
    kind: z.literal('description'),
    of: z.object({ kind: z.enum(['policy', 'device', 'group']), id: line, name: line }),
    number: count,
    before: text,
    after: text,
  }),
  z.object({ kind: z.literal('moved'), devices: z.array(deviceIdSchema), from: groupIdSchema, to: groupIdSchema }),
  z.object({ kind: z.literal('devices-added'), devices: z.array(deviceIdSchema), to: groupIdSchema }),
  z.object({ kind: z.literal('devices-removed'), devices: z.array(deviceSchema) }),
  z.object({
    kind: z.literal('devices-edited'),
    edits: z.array(z.object({ id: deviceIdSchema, before: factsSchema, after: factsSchema })),
  }),
]);

const changeSchema = z.object({
  id: changeIdSchema,
  number: count,
  atMs: instantMs,
  by: line,
  action: line,
  objects: z.array(
    z.object({
      kind: z.enum(['policy', 'device', 'group', 'devices', 'account']),
      id: line,
      name: line,
      revision: count.nullable(),
    }),
  ),
  lines: z.array(z.object({ ...settingChange, object: line })),
  undo: z.array(undoStepSchema),
});

const decidedBySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('policy'),
    policy: z.object({ id: policyIdSchema, name: line, group: z.object({ id: groupIdSchema, name: line }) }),
    lock: lockSchema,
  }),
  z.object({ kind: z.enum(['device', 'default', 'server']) }),
]);

const detectionSchema = z.object({
  id: detectionIdSchema,
  detectedAtMs: instantMs,
  deviceId: deviceIdSchema,
  objects: z.array(z.object({ fileName: line, path: line, md5: md5Schema })),
  legitimateApplication: z.enum(legitimateApplications).optional(),
  expected: z.literal(true).optional(),
  failure: line.optional(),
  processedAtMs: instantMs.optional(),
  taskId: taskIdSchema.nullable(),
  missing: z.array(z.object({ condition: missingSchema, source: decidedBySchema.nullable() })),
  localActions: z.array(z.enum(actionIds)),
});

const taskSchema = z.object({
  id: taskIdSchema,
  name: line,
  detectionId: detectionIdSchema,
  groupId: groupIdSchema,
  groupName: line,
  createdAtMs: instantMs,
});

const passwordHash = { salt: z.hex(), hash: z.hex(), iterations: count };

const answerSchema = z.object({
  id: line,
  asked: z.union([line, z.object(passwordHash)]),
  atMs: instantMs,
  status: z.int().min(200).max(599),
  headers: z.record(line, line),
  body: text,
});

const span = z
  .object({ fromMinutes: minutes, toMinutes: minutes })
  .refine(({ fromMinutes, toMinutes }) => fromMinutes <= toMinutes, { error: 'It ends before it begins.' });

/** Read field by field: each can be replaced by itself. */
export const serverFields = {
  id: z.literal('server'),
  scenario: line.refine((name) => scenarioNamed(name) === name, { error: 'There is no such scenario.' }),
  seed: z.int(),
  users: z.array(z.object({ id: userIdSchema, name: line, role: roleSchema })).min(1),
  timeZone: timeZoneSchema,
  clock: z.object({
    realMs: instantMs,
    simulatedMs: instantMs,
    rate: z.union([z.literal(1), z.literal(60), z.literal(3600)]),
    paused: z.boolean(),
  }),
  account: z
    .object({ ...passwordHash, credential: credentialIdSchema, createdAtMs: instantMs, createdBy: line })
    .nullable(),
  durations: z.object({ 'system-drives': span, 'critical-areas': span }),
  nextNumber: count,
  nextChange: count,
} as const satisfies { readonly [F in keyof Records['server']]: z.ZodType };

/** One schema a collection; a record that is kept is left as it is, whatever else it holds. */
export const recordSchemas: { readonly [C in Collection]: z.ZodType } = {
  groups: groupSchema,
  devices: deviceSchema,
  policies: policySchema,
  localSettings: localSettingsSchema,
  revisions: revisionSchema,
  changes: changeSchema,
  detections: detectionSchema,
  tasks: taskSchema,
  runs: taskRunsSchema,
  rosters: rosterSchema,
  answers: answerSchema,
  server: z.object(serverFields),
};
