import { momentOf } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';

/** The devices of a plan as columns: each one's zone and rule by their places in `zones` and `rules`, and its key. */
export interface DeviceColumns {
  readonly zones: readonly string[];
  readonly rules: readonly ScanStart[];
  readonly zoneOf: Uint16Array;
  readonly ruleOf: Uint16Array;
  /** `identityKey` of the device's id */
  readonly keys: Uint32Array;
}

export interface BulkPlan {
  /** The start of each device's run, epoch milliseconds UTC; NaN where it waits for a person. */
  readonly startsMs: Float64Array;
  /** How many runs start in each `binMs` from the creation on; the runs that wait for a person are in none. */
  readonly histogram: Uint32Array;
}

interface Task {
  /** The instant that all runs count from, epoch milliseconds UTC. */
  readonly createdAtMs: number;
  /** The task's key, from `taskKey`. */
  readonly task: number;
  /** The width of a bar of the histogram, in milliseconds. */
  readonly binMs: number;
}

const unknown = -1;

/**
 * The starts of one task on many devices: the same instants as `planStart` gives one by one, because it is `planStart`
 * that is asked, once for each pair of a rule and a zone; what is left for a device is its own moment in that window.
 * @throws RangeError when a device names a zone or a rule that is not there, or `binMs` is not positive.
 */
export function planStarts(devices: DeviceColumns, { createdAtMs, task, binMs }: Task): BulkPlan {
  if (!(binMs > 0)) throw new RangeError('A bar of the histogram is longer than nothing.');
  const { zones, rules, zoneOf, ruleOf, keys } = devices;
  const opensMs = new Float64Array(rules.length * zones.length);
  const lengthsMs = new Float64Array(opensMs.length).fill(unknown);

  const learn = (pair: number, rule: ScanStart | undefined, zone: string | undefined) => {
    if (rule === undefined || zone === undefined) throw new RangeError('A device names a zone or a rule not listed.');
    const plan = planStart(rule, { createdAtMs, zone, moment: 0 });
    opensMs[pair] = plan.kind === 'never' ? Number.NaN : plan.startMs;
    lengthsMs[pair] = plan.kind === 'waits' ? plan.occurrence.closesAtMs - plan.occurrence.opensAtMs : 0;
  };

  const startsMs = new Float64Array(keys.length);
  let last = createdAtMs;
  for (let i = 0; i < startsMs.length; i += 1) {
    const zone = zoneOf[i] ?? zones.length;
    const rule = ruleOf[i] ?? rules.length;
    const pair = rule * zones.length + zone;
    if (zone >= zones.length || (lengthsMs[pair] ?? unknown) === unknown) learn(pair, rules[rule], zones[zone]);
    const start = (opensMs[pair] ?? 0) + Math.floor(momentOf(task, keys[i] ?? 0) * (lengthsMs[pair] ?? 0));
    startsMs[i] = start;
    if (start > last) last = start;
  }
  return { startsMs, histogram: histogramOf(startsMs, createdAtMs, last, binMs) };
}

function histogramOf(startsMs: Float64Array, fromMs: number, lastMs: number, binMs: number): Uint32Array {
  const bins = new Uint32Array(Math.floor((lastMs - fromMs) / binMs) + 1);
  for (const startMs of startsMs) {
    const bin = Math.floor((startMs - fromMs) / binMs);
    if (Number.isNaN(bin)) continue;
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  return bins;
}
