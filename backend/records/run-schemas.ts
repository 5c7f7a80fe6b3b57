import { z } from 'zod';
import { iocScanningSchema } from '#contract/settings.ts';
import { deviceIdSchema, policyIdSchema, taskIdSchema } from '#domain/ids.ts';
import { decisionCauses } from '#domain/response/decision-cause.ts';
import { instantMs, line, minutes } from './record-parts.ts';

// The runs of a task, in columns, and the lists of devices that they are on: see `mocks/runs`.

const occurrence = z
  .object({ date: line, opensAtMs: instantMs, closesAtMs: instantMs })
  .refine(({ opensAtMs, closesAtMs }) => opensAtMs < closesAtMs, { error: 'It closes before it opens.' });

const plan = z.union([
  z.object({ kind: z.literal('at-once'), because: z.literal('immediate'), startMs: instantMs }),
  z.object({ kind: z.literal('at-once'), because: z.literal('inside-window'), startMs: instantMs, occurrence }),
  z.object({ kind: z.literal('waits'), because: z.literal('outside-window'), startMs: instantMs, occurrence }),
  z.object({ kind: z.literal('never'), because: z.enum(['manual', 'zone-unknown']) }),
]);

const source = z.union([
  z.object({
    kind: z.enum(['locked-by-policy', 'policy-not-enforced']),
    policyId: policyIdSchema,
    policyName: line,
  }),
  z.object({ kind: z.enum(['device', 'default']) }),
]);

const settled = {
  zone: line,
  scanning: iocScanningSchema,
  source,
  deviceOnline: z.boolean(),
  plannedAtMs: instantMs,
};

const runCase = z.object({
  ...settled,
  plan,
  duration: z
    .object({ fromMinutes: minutes, toMinutes: minutes })
    .refine(({ fromMinutes, toMinutes }) => fromMinutes <= toMinutes, { error: 'It ends before it begins.' }),
  startedByHand: z.object({ atMs: instantMs, by: line.nullable() }).nullable(),
  iocFound: z.boolean(),
  decisions: z.array(z.object({ ...settled, atMs: instantMs, because: z.enum(decisionCauses) })),
});

export const taskRunsSchema = z
  .object({
    id: taskIdSchema,
    seed: z.int(),
    roster: line,
    cases: z.array(runCase),
    caseOf: z.union([z.instanceof(Uint16Array), z.instanceof(Uint32Array)]),
  })
  .refine(({ cases, caseOf }) => caseOf.every((one) => one < cases.length), {
    error: 'Some runs are of no case.',
    path: ['caseOf'],
  });

/** In the order of their ids, for a device is looked for by halving. */
export const rosterSchema = z.object({
  id: line,
  devices: z.array(deviceIdSchema).refine((ids) => ids.every((id, i) => i === 0 || (ids[i - 1] ?? '') < id), {
    error: 'The devices are not in the order of their ids.',
  }),
});
