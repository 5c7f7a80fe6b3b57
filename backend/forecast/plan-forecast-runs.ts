import { fates } from '#contract/forecast.ts';
import { taskIdOf } from '#domain/ids.ts';
import { momentOf, taskKey } from '#domain/schedule/moment.ts';
import { durationKey, durationsOf } from '#backend/planner/bulk-durations.ts';
import { planStarts, never } from '#backend/planner/bulk-plan.ts';
import type { DeviceColumns, Part } from '#backend/planner/pairs.ts';
import { quarterMs } from '#backend/planner/figures.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import type { Asked } from './forecast-query.ts';
import type { Pace } from './progress-throttle.ts';
import { partsAlong } from './segment-cache.ts';
import type { Side } from './variant.ts';

const hourMs = 3_600_000;

/** Where a device is when a detection comes: here, offline for good, or offline until it comes back. */
const [here, gone, returning] = [0, 1, 2] as const;

/**
 * The runs of a side as columns: the run of detection `d` on device `i` of the side is row `d * devices + i`. Instants
 * are epoch milliseconds UTC.
 */
export interface PlannedRuns {
  readonly devices: number;
  readonly detectionsMs: readonly number[];
  readonly presence: Uint8Array;
  /** 1 for a device whose time zone cannot be planned with. */
  readonly unplannable: Uint8Array;
  /** How long after a detection those that were offline come back, in milliseconds. */
  readonly returnMs: number;
  /** Infinity where a run does not start by itself. */
  readonly startsMs: Float64Array;
  readonly durationsMs: Float64Array;
  /** When the runs start over all samples, in parts: every part's runs start uniformly over it. */
  readonly parts: readonly Part[];
}

const kept = new WeakMap<Side, { readonly asked: string; readonly runs: PlannedRuns }>();

/** Of more runs, 16 bytes each, only the question that is being answered keeps any. */
const mostKept = 2_000_000;

/**
 * Plans every run of a side, with the very starts and durations that a detection then gives its runs. The last plan of a
 * side is kept, for the pages of its runs.
 */
export async function planned(side: Side, asked: Asked, pace: Pace): Promise<PlannedRuns> {
  const key = JSON.stringify(asked);
  const last = kept.get(side);
  if (last?.asked === key) return last.runs;
  const runs = await planAll(side, asked, pace);
  if (runs.startsMs.length <= mostKept) kept.set(side, { asked: key, runs });
  return runs;
}

async function planAll(side: Side, asked: Asked, pace: Pace): Promise<PlannedRuns> {
  const { plan, scan, chosen } = side;
  const { detectionsMs, seed, firstTask, offline, durations } = asked;
  const devices = chosen.length;
  const presence = presenceOf(side, asked);
  const returnMs = offline.kind === 'share' && offline.hours !== null ? Math.round(offline.hours * hourMs) : 0;
  const companies = [companyOf(plan, presence, here), companyOf(plan, presence, returning)];
  const startsMs = new Float64Array(devices * detectionsMs.length).fill(Infinity);
  const durationsMs = new Float64Array(startsMs.length);
  const parts: Part[] = [];
  for (const [number, detectedAtMs] of detectionsMs.entries()) {
    const taskId = taskIdOf(firstTask + number);
    const task = taskKey(seed, taskId);
    const from = number * devices;
    for (const [which, { columns, members, partsAt }] of companies.entries()) {
      if (columns.keys.length === 0) continue;
      const createdAtMs = detectedAtMs + which * returnMs;
      const own = partsAt(createdAtMs);
      for (const part of own) parts.push(part);
      const { offsetsMs } = planStarts(columns, { createdAtMs, task, binMs: quarterMs }, own);
      for (let i = 0; i < offsetsMs.length; i += 1) {
        const offset = offsetsMs[i] ?? never;
        if (offset !== never) startsMs[from + (members ? (members[i] ?? 0) : i)] = createdAtMs + offset;
      }
    }
    durationsMs.set(durationsOf(durations, scan, Uint32Array.of(durationKey(seed, taskId))), from);
    await pace(devices);
  }
  const zones = Uint8Array.from(plan.zones, (zone) => Number(!isTimeZone(zone)));
  const unplannable = Uint8Array.from(plan.zoneOf, (zone) => zones[zone] ?? 0);
  return { devices, detectionsMs, presence, unplannable, returnMs, startsMs, durationsMs, parts };
}

/** Who is offline. A share is drawn from the seed and each device alone, so it is the same whatever else is asked. */
function presenceOf({ columns, chosen, plan }: Side, { offline, seed }: Asked): Uint8Array {
  const presence = new Uint8Array(chosen.length);
  const key = taskKey(seed, 'offline');
  for (let i = 0; i < presence.length; i += 1) {
    if (offline.kind === 'as-now') presence[i] = columns.offline[chosen[i] ?? 0] === 1 ? gone : here;
    else if (momentOf(key, plan.keys[i] ?? 0) * 100 < offline.percent) {
      presence[i] = offline.hours === null ? gone : returning;
    }
  }
  return presence;
}

/** The devices of one presence as columns of their own; `members` are their places, or null where they are all. */
function companyOf(plan: DeviceColumns, presence: Uint8Array, which: number) {
  const count = presence.reduce((sum, each) => sum + (each === which ? 1 : 0), 0);
  if (count === presence.length) return { columns: plan, members: null, partsAt: partsAlong(plan) };
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
  return { columns, members, partsAt: partsAlong(columns) };
}

/** The instant from which the rule of a run counts: its detection, or its device's return. */
export function createdAt({ devices, detectionsMs, presence, returnMs }: PlannedRuns, row: number): number {
  const detectedAtMs = detectionsMs[Math.floor(row / devices)] ?? 0;
  return presence[row % devices] === returning ? detectedAtMs + returnMs : detectedAtMs;
}

/** The place of a run's fate in `fates`. */
export function fateAt(runs: PlannedRuns, row: number): number {
  if (runs.unplannable[row % runs.devices] === 1) return zoneUnknownFate;
  if (runs.presence[row % runs.devices] === gone) return offlineFate;
  const startMs = runs.startsMs[row] ?? Infinity;
  if (startMs === Infinity) return manualFate;
  return startMs === createdAt(runs, row) ? atOnceFate : waitsFate;
}

const atOnceFate = fates.indexOf('at-once');
const waitsFate = fates.indexOf('waits');
const manualFate = fates.indexOf('manual');
const offlineFate = fates.indexOf('offline');
const zoneUnknownFate = fates.indexOf('zone-unknown');

/** How many runs start on devices that were offline and came back. */
export function returnedIn({ devices, presence, startsMs }: PlannedRuns): number {
  let count = 0;
  for (let row = 0; row < startsMs.length; row += 1) {
    if (presence[row % devices] === returning && startsMs[row] !== Infinity) count += 1;
  }
  return count;
}
