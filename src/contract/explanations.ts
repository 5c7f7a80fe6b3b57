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
  /** The reason, as a full sentence. */
  because: z.string(),
  /** The policy that won over it, if a policy did. */
  beatenBy: policyRefSchema.nullable(),
};

/** The value of one policy itself; without effect where it lost. */
const policyEntrySchema = z.object({
  ...verdict,
  policy: policyRefSchema,
  status: policyStatusSchema,
  lock: lockSchema,
  lines: linesSchema,
  ...savedSchema.shape,
  /** The draft's version of the policy, which is no saved revision; null if the draft does not change it. */
  draft: z.enum(['changed', 'new']).nullable(),
});

/** The explanation of a group of settings on a device or in a policy, from *Managed devices* down. */
export const explanationSchema = z
  .object({
    subject: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('device'), id: deviceIdSchema, name: z.string() }),
      z.object({ kind: z.literal('policy'), id: policyIdSchema, name: z.string() }),
    ]),
    settings: settingsGroupSchema,
    /** The effective value. */
    lines: linesSchema,
    source: sourceSchema,
    /** The source in words: *from policy Baseline, not enforced*. */
    sentence: z.string(),
    /** The revision that decided, of the policy or of what is set on the device; null for a default, and for a draft. */
    saved: savedSchema.nullable(),
    /** Further notes, such as that an inactive policy applies to no device. */
    notes: z.array(z.string()),
    levels: z.array(z.object({ group: groupRefSchema, entries: z.array(policyEntrySchema) })),
    /** Null in the explanation of a policy; `not-set`, with no lines, where nothing is set on the device. */
    device: z
      .object({
        ...verdict,
        outcome: z.enum(['wins', 'lost', 'not-set']),
        lines: linesSchema,
        /** True if the explained draft sets or removes it. */
        draft: z.boolean(),
        /** The revision that set it; null if nothing is set, and for a draft. */
        saved: savedSchema.nullable(),
      })
      .nullable(),
    default: z.object({ ...verdict, lines: linesSchema }),
    asOf: z.string(),
    /** The explanation as plain text for copying, with revisions and authors, in the requested zone. */
    text: z.string(),
  })
  .meta({ id: 'Explanation' });

/** The zone of the instants in `text`. */
const inZone = z.object({ zone: timeZoneSchema.default('UTC') });

const ofDevice = z.object({ deviceId: deviceIdSchema, settingsGroup: settingsGroupSchema });

export const explanationOperations = {
  explainDevice: op('GET', '/devices/{deviceId}/explanations/{settingsGroup}', 'Why these settings hold on a device', {
    needs: 'view',
    params: ofDevice,
    query: inZone,
    answer: explanationSchema,
  }),
  /** The body is the write of a draft, as in a dry run: it is refused as the write itself would be. */
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
