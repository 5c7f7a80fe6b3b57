import { z } from 'zod';
import {
  detectionIdSchema,
  deviceIdSchema,
  groupIdSchema,
  md5Schema,
  policyIdSchema,
  runIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import { detectionOutcomes } from '#domain/response/detection.ts';
import { legitimateApplications } from '#domain/response/legitimate-applications.ts';
import { decisionCauses } from '#domain/response/decision-cause.ts';
import { runStates } from '#domain/response/run-state.ts';
import { sourceSchema } from './devices.ts';
import { groupRefSchema } from './groups.ts';
import { instantSchema } from './instant.ts';
import { isSeen, unseenMessage } from './names.ts';
import { flag, pageOf, pageQuery } from './page.ts';
import { savedSchema } from './saved.ts';
import { scanScopeSchema } from './settings.ts';

export const taskParams = z.object({ taskId: taskIdSchema });

export const detectedObjectSchema = z.strictObject({
  fileName: z.string().trim().min(1, 'Enter a file name.').max(255).refine(isSeen, unseenMessage),
  path: z.string().trim().max(1024).refine(isSeen, unseenMessage).default(''),
  md5: md5Schema,
});

export const missingSchema = z.enum([
  'legitimate-applications-off',
  'no-policy',
  'response-actions-off',
  'no-group-action',
  'no-account',
  'password-not-set',
  'password-does-not-match',
]);

/** The source of a setting at the detection's instant; the server for its special account. */
const decidedBySourceSchema = z.discriminatedUnion('kind', [
  ...sourceSchema.options,
  z.object({ kind: z.literal('server') }),
]);

export const detectionSchema = z
  .object({
    id: detectionIdSchema,
    detectedAt: z.string(),
    device: z.object({ id: deviceIdSchema, name: z.string(), timeZone: z.string() }),
    objects: z.array(z.object({ fileName: z.string(), path: z.string(), md5: md5Schema })),
    /** `expected` until its instant in simulated time: no task and no missing conditions yet. */
    outcome: z.enum(detectionOutcomes),
    /** The task it created, or null. */
    taskId: taskIdSchema.nullable(),
    /** The kind of legitimate application that was detected; null for malware. */
    legitimateApplication: z.enum(legitimateApplications).nullable(),
    /** Why it could not be processed at its instant; null unless the outcome is `failed`. */
    failure: z.string().nullable(),
    /** When a retry processed it, where that was later than its own instant: the task was created then. Else null. */
    processedAt: z.string().nullable(),
    /** The unmet conditions if no task was created, each with its source; null if no setting decides it. */
    missing: z.array(z.object({ condition: missingSchema, source: decidedBySourceSchema.nullable() })),
    /** The labels of the actions carried out on the device itself, task or not. */
    localActions: z.array(z.string()),
  })
  .meta({ id: 'Detection' });

/** `failed`: how many of all detections could not be processed, whatever the list is narrowed to. */
export const detectionListSchema = pageOf(detectionSchema).extend({ failed: z.int() });
/** Detections by instant, newest first unless asked otherwise. `groupId`: on devices of that group and its subgroups. */
export const detectionListQuery = z.object({
  ...pageQuery,
  order: z.enum(['asc', 'desc']).default('desc'),
  outcome: z.enum(detectionOutcomes).optional(),
  groupId: groupIdSchema.optional(),
});

/**
 * A detection to simulate. Without `at` it happens at the simulated now; `at` may not lie in the simulated past, and a
 * detection at a later instant is expected until then.
 */
export const detectionBody = z
  .strictObject({
    deviceId: deviceIdSchema,
    at: instantSchema.optional(),
    legitimateApplication: z.enum(legitimateApplications).optional(),
    objects: z.array(detectedObjectSchema).min(1, 'Enter at least one object.').max(100, 'At most 100 objects.'),
  })
  .meta({ id: 'NewDetection' });

/** The failed detections to process again: all, or the listed ones. */
export const retryBody = z
  .strictObject({ detections: z.union([z.literal('all'), z.array(detectionIdSchema).min(1).max(1_000)]) })
  .meta({ id: 'RetryDetections' });
/** How many were processed, and how many failed again: their reasons are the new ones. */
export const retriedSchema = z.object({ processed: z.int(), failed: z.int() }).meta({ id: 'RetriedDetections' });

const runCounts = z.object({
  waiting: z.int(),
  'not-started': z.int(),
  'waiting-for-device': z.int(),
  'zone-unknown': z.int(),
  running: z.int(),
  'completed-clean': z.int(),
  'completed-found': z.int(),
});

export const taskSchema = z
  .object({
    id: taskIdSchema,
    name: z.string(),
    group: groupRefSchema,
    createdAt: z.string(),
    detection: detectionSchema,
    runCount: z.int(),
    counts: runCounts,
    /** Runs that a person could start now. */
    startable: z.int(),
    nextStart: z.string().nullable(),
    removedAfter: z.string(),
    /** The instant from which the seven days count. */
    removedBecause: z.enum(['last-start', 'never-started']),
    /** After how many more tasks it is removed earlier, because 100 are retained: 1 is the next. Null for more than ten. */
    rotation: z.int().min(1).max(10).nullable(),
  })
  .meta({ id: 'Task' });

export const taskListSchema = z.object({ rows: z.array(taskSchema), startable: z.int(), asOf: z.string() });
export const taskSorts = ['name', 'device', 'created', 'runs', 'next', 'removed'] as const;
/** At most 100 tasks are retained, so the list has no pages. The newest comes first unless asked otherwise. */
export const taskListQuery = z.object({
  /** Tasks that have runs on devices of the group at `groupId`. */
  subgroups: flag.default(true),
  search: pageQuery.search,
  sort: z.enum(taskSorts).default('created'),
  order: z.enum(['asc', 'desc']).default('desc'),
});

export const runSchema = z
  .object({
    id: runIdSchema,
    taskId: taskIdSchema,
    taskName: z.string(),
    device: z.object({ id: deviceIdSchema, name: z.string(), timeZone: z.string() }),
    state: z.enum(runStates),
    scope: scanScopeSchema,
    scanStart: z.string(),
    because: z.enum(['immediate', 'inside-window', 'outside-window', 'manual', 'zone-unknown', 'by-hand']),
    /** The planned or actual start; null while it depends on a person or on the device's return. */
    start: z.string().nullable(),
    end: z.string().nullable(),
    window: z.object({ opensAt: z.string(), closesAt: z.string() }).nullable(),
    decidedBy: z.enum(['locked-by-policy', 'policy-not-enforced', 'device', 'default']),
    policy: z.object({ id: policyIdSchema, name: z.string() }).nullable(),
    startable: z.boolean(),
    /** The name of the user who started it manually, if recorded; null otherwise. */
    startedBy: z.string().nullable(),
  })
  .meta({ id: 'Run' });

/** A decision about the start of a run at an instant, with the settings at that time. */
export const runDecisionSchema = z
  .object({
    at: z.string(),
    /** The cause; `by-hand` for a manual start. */
    cause: z.enum([...decisionCauses, 'by-hand']),
    scope: scanScopeSchema,
    scanStart: z.string(),
    because: runSchema.shape.because,
    timeZone: z.string(),
    deviceOnline: z.boolean(),
    /** The start planned at that time; null if it depended on a person or on the device's return. */
    start: z.string().nullable(),
    window: runSchema.shape.window,
    /** Who started it by hand, as in a run. */
    startedBy: runSchema.shape.startedBy,
    decidedBy: runSchema.shape.decidedBy,
    /** The policy's name at that time, and whether it still exists. */
    policy: z
      .object({
        id: policyIdSchema,
        name: z.string(),
        /** Its latest revision with these settings at that time; null if none is retained. */
        revision: z.int().nullable(),
        /** Who saved that revision, and when. */
        saved: savedSchema.nullable(),
        exists: z.boolean(),
      })
      .nullable(),
  })
  .meta({ id: 'RunDecision' });

/** In the order in which they were made: the last one counts. */
export const runDecisionsSchema = z
  .object({ run: runSchema, decisions: z.array(runDecisionSchema).min(1), asOf: z.string() })
  .meta({ id: 'RunDecisions' });
export const runParams = taskParams.extend({ runId: runIdSchema });

/**
 * The runs of a task over time, in bins of one width from `from` on: how many start in each, and the most that run at one
 * instant of it. Runs without a start, which wait for a person or for their device, are in none.
 */
export const taskTimelineSchema = z
  .object({
    from: z.string(),
    binMinutes: z.int().min(1),
    starts: z.array(z.int()),
    running: z.array(z.int()),
    /** The first and the last planned or actual start, and the last end; null where no run has a start. */
    first: z.string().nullable(),
    last: z.string().nullable(),
    end: z.string().nullable(),
    /** The most scans that run at one instant, and the first such instant. */
    peak: z.object({ at: z.string(), count: z.int() }).nullable(),
    /** Manual starts in order: instant, user and number of runs. */
    byHand: z.array(z.object({ at: z.string(), by: runSchema.shape.startedBy, runs: z.int() })),
    counts: runCounts,
    asOf: z.string(),
  })
  .meta({ id: 'TaskTimeline' });

/** `startable`: how many of all that match, on whatever page, a person could start. */
export const runPageSchema = pageOf(runSchema).extend({ startable: z.int() }).meta({ id: 'RunPage' });
/** `task` is the order in which the tasks were created. */
export const runSorts = ['device', 'task', 'state', 'start'] as const;
const runFilter = { search: pageQuery.search, state: z.enum(runStates).optional() };
export const runQuery = z.object({
  ...pageQuery,
  ...runFilter,
  sort: z.enum(runSorts).default('device'),
});

/** The expected number of runs: if it differs by now, nothing is started. */
const expected = z.int().min(0).optional();
/** The runs to start: all startable ones, the listed ones, or all that match a filter. */
export const startRunsBody = z
  .strictObject({
    runs: z.union([z.literal('all'), z.array(runIdSchema).min(1).max(10_000), z.strictObject(runFilter)]),
    expected,
  })
  .refine(({ runs, expected }) => runs === 'all' || Array.isArray(runs) || expected !== undefined, {
    error: 'Say how many runs are meant.',
    path: ['expected'],
  })
  .meta({ id: 'StartRuns' });
export const startAllBody = z.strictObject({ expected }).default({}).meta({ id: 'StartAll' });
/** How many started, and how many could not: already started, or their device is offline. */
export const startedSchema = z.object({ started: z.int(), notStarted: z.int() });

export type DetectionView = z.infer<typeof detectionSchema>;
export type TaskView = z.infer<typeof taskSchema>;
export type RunView = z.infer<typeof runSchema>;
export type RunDecisionView = z.infer<typeof runDecisionSchema>;
export type RunDecisionsView = z.infer<typeof runDecisionsSchema>;
export type TaskTimelineView = z.infer<typeof taskTimelineSchema>;
export type TaskSort = (typeof taskSorts)[number];
export type RunSort = (typeof runSorts)[number];
