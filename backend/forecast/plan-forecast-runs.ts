import { fates } from '#contract/forecast.ts';
import { taskIdOf } from '#domain/ids.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';
import { durationKey, durationsOf } from '#backend/planner/bulk-durations.ts';
import { planStarts, noStart } from '#backend/planner/bulk-plan.ts';
import type { DeviceColumns, Segment } from '#backend/planner/pairs.ts';
import { quarterMs } from '#backend/planner/figures.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { ForecastQuery } from './forecast-query.ts';
import type { ReportProgress } from './progress-throttle.ts';
import { segmentCache } from '../planner/segment-cache.ts';
import type { Variant } from './variant.ts';

const hourMs = 3_600_000;

/** A device at the instant of a detection: online, offline for good, or offline until its return. */
const [present, absent, returning] = [0, 1, 2] as const;

/**
 * The runs of a variant as columns: the run of detection `d` on device `i` of the variant is row `d * devices + i`. Instants
 * are epoch milliseconds UTC.
 */
export interface PlannedRuns {
  readonly devices: number;
  readonly detectionsMs: readonly number[];
  readonly presence: Uint8Array;
  /** 1 for a device whose time zone is unknown. */
  readonly unplannable: Uint8Array;
  /** How long after a detection offline devices return, in milliseconds. */
  readonly returnMs: number;
  /** Infinity where a run does not start by itself. */
  readonly startsMs: Float64Array;
  readonly durationsMs: Float64Array;
  /** The distribution of starts over all samples: the runs of a segment start uniformly over it. */
  readonly segments: readonly Segment[];
}

const cache = new WeakMap<Variant, { readonly key: string; readonly runs: PlannedRuns }>();

/** The limit of cached runs (16 bytes each). */
const maxCachedRuns = 2_000_000;

/**
 * Plans every run of a variant with the same starts and durations that real detections would give. The last plan of a
 * variant is cached for the pages of its runs.
 */
export async function planForecastRuns(
  variant: Variant,
  query: ForecastQuery,
  reportProgress: ReportProgress,
): Promise<PlannedRuns> {
  const key = JSON.stringify(query);
  const last = cache.get(variant);
  if (last?.key === key) return last.runs;
  const runs = await planAll(variant, query, reportProgress);
  if (runs.startsMs.length <= maxCachedRuns) cache.set(variant, { key, runs });
  return runs;
}

async function planAll(variant: Variant, query: ForecastQuery, reportProgress: ReportProgress): Promise<PlannedRuns> {
  const { plan, scan, selected: chosen } = variant;
  const { detectionsMs, seed, firstTask, offline, durations } = query;
  const devices = chosen.length;
  const presence = presenceOf(variant, query);
  const returnMs = offline.kind === 'share' && offline.hours !== null ? Math.round(offline.hours * hourMs) : 0;
  const groups = [devicesWith(plan, presence, present), devicesWith(plan, presence, returning)];
  const startsMs = new Float64Array(devices * detectionsMs.length).fill(Infinity);
  const durationsMs = new Float64Array(startsMs.length);
  const segments: Segment[] = [];
  for (const [number, detectedAtMs] of detectionsMs.entries()) {
    const taskId = taskIdOf(firstTask + number);
    const task = taskKey(seed, taskId);
    const from = number * devices;
    for (const [which, { columns, members, segmentsFrom }] of groups.entries()) {
      if (columns.keys.length === 0) continue;
      const createdAtMs = detectedAtMs + which * returnMs;
      const current = segmentsFrom(createdAtMs);
      for (const segment of current) segments.push(segment);
      const { offsetsMs } = planStarts(columns, { createdAtMs, task, binMs: quarterMs }, current);
      for (let i = 0; i < offsetsMs.length; i += 1) {
        const offset = offsetsMs[i] ?? noStart;
        if (offset !== noStart) startsMs[from + (members ? (members[i] ?? 0) : i)] = createdAtMs + offset;
      }
    }
    durationsMs.set(durationsOf(durations, scan, Uint32Array.of(durationKey(seed, taskId))), from);
    await reportProgress(devices);
  }
  const zones = Uint8Array.from(plan.zones, (zone) => Number(!isTimeZone(zone)));
  const unplannable = Uint8Array.from(plan.zoneOf, (zone) => zones[zone] ?? 0);
  return { devices, detectionsMs, presence, unplannable, returnMs, startsMs, durationsMs, segments };
}

/** The presence of each device. A share is drawn from the seed and the device only, so that other inputs do not change it. */
function presenceOf({ columns, selected: chosen, plan }: Variant, { offline, seed }: ForecastQuery): Uint8Array {
  const presence = new Uint8Array(chosen.length);
  const key = taskKey(seed, 'offline');
  for (let i = 0; i < presence.length; i += 1) {
    if (offline.kind === 'as-now') presence[i] = columns.offline[chosen[i] ?? 0] === 1 ? absent : present;
    else if (momentOf(key, plan.keys[i] ?? 0) * 100 < offline.percent) {
      presence[i] = offline.hours === null ? absent : returning;
    }
  }
  return presence;
}

/** The columns of the devices with one presence; `members` are their indexes, or null if all devices have it. */
function devicesWith(plan: DeviceColumns, presence: Uint8Array, which: number) {
  const count = presence.reduce((sum, each) => sum + (each === which ? 1 : 0), 0);
  if (count === presence.length) return { columns: plan, members: null, segmentsFrom: segmentCache(plan) };
  const members = new Uint32Array(count);
  const columns = {
    ...plan,
    zoneOf: new Uint16Array(count),
    ruleOf: new Uint16Array(count),
    keys: new Uint32Array(count),
  };
  let next = 0;
  for (let i = 0; i < presence.length; i += 1) {
    if (presence[i] !== which) continue;
    members[next] = i;
    columns.zoneOf[next] = plan.zoneOf[i] ?? 0;
    columns.ruleOf[next] = plan.ruleOf[i] ?? 0;
    columns.keys[next] = plan.keys[i] ?? 0;
    next += 1;
  }
  return { columns, members, segmentsFrom: segmentCache(columns) };
}

/** The instant from which the rule of a run counts: its detection, or its device's return. */
export function createdAtOf({ devices, detectionsMs, presence, returnMs }: PlannedRuns, row: number): number {
  const detectedAtMs = detectionsMs[Math.floor(row / devices)] ?? 0;
  return presence[row % devices] === returning ? detectedAtMs + returnMs : detectedAtMs;
}

/** The index of a run's fate in `fates`. */
export function fateAt(runs: PlannedRuns, row: number): number {
  if (runs.unplannable[row % runs.devices] === 1) return zoneUnknownFate;
  if (runs.presence[row % runs.devices] === absent) return offlineFate;
  const startMs = runs.startsMs[row] ?? Infinity;
  if (startMs === Infinity) return manualFate;
  return startMs === createdAtOf(runs, row) ? atOnceFate : waitsFate;
}

const atOnceFate = fates.indexOf('at-once');
const waitsFate = fates.indexOf('waits');
const manualFate = fates.indexOf('manual');
const offlineFate = fates.indexOf('offline');
const zoneUnknownFate = fates.indexOf('zone-unknown');

/** The number of runs that start on returned devices. */
export function countReturned({ devices, presence, startsMs }: PlannedRuns): number {
  let count = 0;
  for (let row = 0; row < startsMs.length; row += 1) {
    if (presence[row % devices] === returning && startsMs[row] !== Infinity) count += 1;
  }
  return count;
}
