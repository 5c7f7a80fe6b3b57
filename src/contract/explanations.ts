import { z } from 'zod';
import { deviceIdSchema, policyIdSchema } from '#domain/ids.ts';
import { settingsGroups } from '#domain/policy/settings.ts';
import { policyRefSchema, sourceSchema } from './devices.ts';
import { dryRunBody } from './effects.ts';
import { groupRefSchema } from './groups.ts';
import { op } from './operation.ts';
import { policyStatusSchema } from './policies.ts';
import { savedSchema } from './saved.ts';
import { lockSchema } from './settings.ts';
import { timeZoneSchema } from './time-zone.ts';

const settingsGroupSchema = z.enum(settingsGroups);

/** Each setting by name with its value in words. */
const linesSchema = z.array(z.object({ setting: z.string(), value: z.string() }));

const verdict = {
  outcome: z.enum(['wins', 'lost']),
  /** Why: a full sentence. */
  because: z.string(),
  /** The policy that beat it, where it was one. */
  beatenBy: policyRefSchema.nullable(),
};

/** What one policy says of a group of settings, itself: dead where it lost. */
const policyEntrySchema = z.object({
  ...verdict,
  policy: policyRefSchema,
  status: policyStatusSchema,
  lock: lockSchema,
  lines: linesSchema,
  ...savedSchema.shape,
  /** What a draft made of the policy, where one is explained: it is none of the saved revisions. Null where it is as saved. */
  draft: z.enum(['changed', 'new']).nullable(),
});

/** Who decided a group of settings on a device or in a policy: the chain from *Managed devices* down. */
export const explanationSchema = z
  .object({
    subject: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('device'), id: deviceIdSchema, name: z.string() }),
      z.object({ kind: z.literal('policy'), id: policyIdSchema, name: z.string() }),
    ]),
    settings: settingsGroupSchema,
    /** The value in force. */
    lines: linesSchema,
    source: sourceSchema,
    /** Who decided, in words: *from policy Baseline, not enforced*. */
    sentence: z.string(),
    /** The revision that decided, of the policy or of what is set on the device; null for a default, and for a draft. */
    saved: savedSchema.nullable(),
    /** What else must be said, such as that no device obeys an inactive policy. */
    notes: z.array(z.string()),
    levels: z.array(z.object({ group: groupRefSchema, entries: z.array(policyEntrySchema) })),
    /** Null in the explanation of a policy; `not-set`, with no lines, where nothing is set on the device. */
    device: z
      .object({
        ...verdict,
        outcome: z.enum(['wins', 'lost', 'not-set']),
        lines: linesSchema,
        /** True where a draft is explained that sets it, or takes it away. */
        draft: z.boolean(),
        /** The revision that says so; null where nothing is set, and of a draft. */
        saved: savedSchema.nullable(),
      })
      .nullable(),
    default: z.object({ ...verdict, lines: linesSchema }),
    asOf: z.string(),
    /** The whole as plain text of several lines, for copying: with who saved what when, in the zone that was asked for. */
    text: z.string(),
  })
  .meta({ id: 'Explanation' });

/** The zone in which `text` says its instants. */
const inZone = z.object({ zone: timeZoneSchema.default('UTC') });

const ofDevice = z.object({ deviceId: deviceIdSchema, settingsGroup: settingsGroupSchema });

export const explanationOperations = {
  explainDevice: op('GET', '/devices/{deviceId}/explanations/{settingsGroup}', 'Why these settings hold on a device', {
    needs: 'view',
    params: ofDevice,
    query: inZone,
    answer: explanationSchema,
  }),
  /** The body is a write that was not made, as of a dry run: it is refused as the write itself would be. */
  explainDraft: op(
    'POST',
    '/devices/{deviceId}/explanations/{settingsGroup}',
    'Why settings would hold on a device after a write that was not made',
    {
      needs: 'view',
      params: ofDevice,
      query: inZone,
      body: dryRunBody,
      answer: explanationSchema,
      maxBodyKiB: 1024,
      reads: true,
    },
  ),
  explainPolicy: op('GET', '/policies/{policyId}/explanations/{settingsGroup}', 'Why a policy holds these settings', {
    needs: 'view',
    params: z.object({ policyId: policyIdSchema, settingsGroup: settingsGroupSchema }),
    query: inZone,
    answer: explanationSchema,
  }),
} as const;

export type ExplanationView = z.infer<typeof explanationSchema>;
