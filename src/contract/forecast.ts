import { z } from 'zod';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { decidedBySchema } from './devices.ts';
import { durationModelSchema } from './durations.ts';
import { dryRunBody } from './effects.ts';
import { groupRefSchema } from './groups.ts';
import { instantSchema } from './instant.ts';
import { op } from './operation.ts';
import { pageOf, pageQuery } from './page.ts';
import { savedSchema } from './saved.ts';
import { iocScanningSchema, scanScopeSchema } from './settings.ts';
import { missingSchema } from './tasks.ts';
import { timeZoneSchema } from './time-zone.ts';

/** The devices of the forecast: a group with its subgroups, or one device. */
const placeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('group'), groupId: groupIdSchema }),
  z.strictObject({ kind: z.literal('device'), deviceId: deviceIdSchema }),
]);

/**
 * The settings of the second variant, *draft*; without them there is only the variant *now*. `draft` is an unsaved write,
 * with the body of a dry run. `hand-set` applies to every device.
 */
const draftSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), write: dryRunBody }),
  z.strictObject({ kind: z.literal('hand-set'), scanning: iocScanningSchema }),
]);

/** When threats are detected, at most 366 days apart. Every detection creates one task with one run per device. */
const detectionsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('at'), instants: z.array(instantSchema).min(1).max(100) }),
  /** A stream: `perDay` detections a day on average from `from` for `days` days, at instants drawn from the seed. */
  z.strictObject({
    kind: z.literal('stream'),
    from: instantSchema,
    days: z.int().min(1, 'At least one day.').max(31, 'At most 31 days.'),
    perDay: z.number().min(0.1, 'At least 0.1 a day.').max(20, 'At most 20 a day.'),
  }),
]);

/**
 * Which devices are offline: `as-now`, as their status says, and they do not come back; or a share of all of them, drawn
 * from the seed, that come back `hours` after each detection, or not at all.
 */
const offlineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('as-now') }),
  z.strictObject({
    kind: z.literal('share'),
    percent: z.number().min(0, 'At least 0 %.').max(100, 'At most 100 %.'),
    hours: z.number().min(0.25, 'At least a quarter of an hour.').max(720, 'At most 720 hours.').nullable(),
  }),
]);

const questionShape = {
  place: placeSchema,
  draft: draftSchema.optional(),
  detections: detectionsSchema,
  offline: offlineSchema.default({ kind: 'as-now' }),
  /** The durations of scans; by default the server's model. */
  durations: durationModelSchema.optional(),
  /** The seed of the sample; by default the server's, which real tasks will use. */
  seed: z.int().min(0).max(0xffff_ffff).optional(),
  /** The number of the first detection's task; by default the next one. Links contain it so that the sample stays the same. */
  firstTask: z.int().min(1).max(1_000_000_000).optional(),
};

/** The visible time span, for finer bins. */
const viewSchema = z
  .strictObject({ from: instantSchema, to: instantSchema })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), {
    error: 'The end must be later than the beginning.',
    path: ['to'],
  });

/**
 * The request of a forecast. The bins cover `view`, or the whole time. There are at most `most` bins, as narrow as that
 * allows, beginning at round times of the zone `axis`, so that a chart need not merge bins and their ranges.
 */
export const forecastBody = z
  .strictObject({
    ...questionShape,
    view: viewSchema.optional(),
    most: z.int().min(20).max(1_000).default(1_000),
    axis: timeZoneSchema.default('UTC'),
  })
  .meta({ id: 'ForecastRequest' });

/** Why a run starts when it does, or does not start: each run has exactly one fate. */
export const fates = ['at-once', 'waits', 'manual', 'offline', 'zone-unknown'] as const;
export const fateSchema = z.enum(fates);

/** An instant of the sample with the 95 % range over all samples; all null if nothing starts. */
const figureSchema = z.object({ at: z.string().nullable(), from: z.string().nullable(), to: z.string().nullable() });

const partSchema = z.object({
  key: z.string(),
  label: z.string(),
  runs: z.int(),
  byFate: z.object({
    'at-once': z.int(),
    waits: z.int(),
    manual: z.int(),
    offline: z.int(),
    'zone-unknown': z.int(),
  }),
  first: z.string().nullable(),
  median: z.string().nullable(),
  last: z.string().nullable(),
});

/** `saved`: the policy's revision; null for other sources, and for a policy that the draft changes. */
const decisionPartSchema = partSchema.extend({ saved: savedSchema.nullable() });

/** The forecast for one set of settings. Instants in UTC; arrays are in the order of `bins`. */
const sideSchema = z.object({
  runs: z.int(),
  byFate: partSchema.shape.byFate,
  /** Of the runs that start, those on devices that were offline and came back. */
  returned: z.int(),
  first: figureSchema,
  median: figureSchema,
  percentile95: figureSchema,
  last: figureSchema,
  /** The quarter of an hour in which most runs of the sample start; null if none does. */
  busiest: z.object({ from: z.string(), count: z.int(), low: z.int(), high: z.int() }).nullable(),
  /** The peak of concurrent scans in the sample; null if none runs. */
  peak: z.object({ at: z.string(), count: z.int() }).nullable(),
  /** Starts of the sample in each bin, the mean over all samples, and the 95 % range. */
  starts: z.array(z.int()),
  expected: z.array(z.number()),
  low: z.array(z.int()),
  high: z.array(z.int()),
  /** The peak of concurrent scans in each bin. */
  running: z.array(z.int()),
  /** In alphabetical order. */
  byZone: z.array(partSchema),
  /** Each group with devices, including its subgroups, in the order of the tree: the rows overlap. */
  byGroup: z.array(partSchema),
  /** By the source of the settings: a policy id, or `:device`, `:default`, `:hand-set`; most runs first. */
  byDecision: z.array(decisionPartSchema),
});

export const forecastSchema = z
  .object({
    asOf: z.string(),
    seed: z.int(),
    firstTask: z.int(),
    /** The instants of the detections, in order. */
    detections: z.array(z.string()),
    devices: z.int(),
    /** The unmet conditions for a detection here to create a task: the figures assume that they are met. */
    missing: z.array(missingSchema),
    /** The group of the task with its number of devices; null without an effective policy. */
    task: z.object({ group: groupRefSchema, devices: z.int() }).nullable(),
    bins: z.object({ from: z.string(), widthMs: z.int(), count: z.int() }),
    /**
     * The known zones of the devices in either variant, with the current number of devices. The client finds clock changes
     * within the bins.
     */
    zones: z.array(z.object({ zone: z.string(), devices: z.int() })),
    now: sideSchema,
    draft: sideSchema.nullable(),
  })
  .meta({ id: 'Forecast' });

export const forecastRunSorts = ['device', 'group', 'zone', 'start', 'decision'] as const;

/** The runs behind a figure. `groupId` includes subgroups; `from`, `to`: starts within [from, to). */
export const forecastRunsBody = z
  .strictObject({
    ...questionShape,
    side: z.enum(['now', 'draft']).default('now'),
    search: pageQuery.search,
    page: z.int().min(1).max(1_000_000).default(1),
    pageSize: z.int().min(1).max(10_000).default(50),
    sort: z.enum(forecastRunSorts).default('device'),
    order: z.enum(['asc', 'desc']).default('asc'),
    fate: fateSchema.optional(),
    zone: z.string().max(64).optional(),
    groupId: groupIdSchema.optional(),
    /** A key of `byDecision`. */
    decision: z.string().max(64).optional(),
    from: instantSchema.optional(),
    to: instantSchema.optional(),
  })
  .meta({ id: 'ForecastRunsRequest' });

export const forecastRunSchema = z.object({
  device: z.object({ id: deviceIdSchema, name: z.string(), timeZone: z.string() }),
  group: groupRefSchema,
  detectedAt: z.string(),
  /** The instant from which the rule counts: the detection, or the device's return. */
  createdAt: z.string(),
  fate: fateSchema,
  because: z.enum(['immediate', 'inside-window', 'outside-window', 'manual', 'offline', 'zone-unknown']),
  scope: scanScopeSchema,
  scanStart: z.string(),
  window: z.object({ opensAt: z.string(), closesAt: z.string() }).nullable(),
  /** The start in the sample; null without a planned start. */
  start: z.string().nullable(),
  end: z.string().nullable(),
  decidedBy: z.enum([...decidedBySchema.options, 'hand-set']),
  policy: z.object({ id: policyIdSchema, name: z.string(), revision: z.int() }).nullable(),
  /** The deciding revision of the policy or the local settings; null for a default and for unsaved settings. */
  saved: savedSchema.nullable(),
});

export const forecastOperations = {
  forecast: op('POST', '/forecast', 'When would scans start, and how many at once?', {
    needs: 'view',
    body: forecastBody,
    answer: forecastSchema,
    alongside: true,
    reads: true,
    maxBodyKiB: 256,
  }),
  forecastRuns: op('POST', '/forecast/runs', 'The runs of a forecast, device by device', {
    needs: 'view',
    body: forecastRunsBody,
    answer: pageOf(forecastRunSchema).meta({ id: 'ForecastRunPage' }),
    alongside: true,
    reads: true,
    maxBodyKiB: 256,
  }),
} as const;

export type ForecastRequest = z.input<typeof forecastBody>;
export type Forecast = z.output<typeof forecastSchema>;
export type ForecastVariant = z.output<typeof sideSchema>;
export type BreakdownRow = z.output<typeof partSchema>;
export type DecisionBreakdownRow = z.output<typeof decisionPartSchema>;
export type ForecastRunsRequest = z.input<typeof forecastRunsBody>;
export type ForecastRun = z.output<typeof forecastRunSchema>;
export type Fate = z.output<typeof fateSchema>;
