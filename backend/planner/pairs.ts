import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';

/** The devices of a plan as columns: each one's zone and rule by their places in `zones` and `rules`, and its key. */
export interface DeviceColumns {
  /** IANA zone ids */
  readonly zones: readonly string[];
  readonly rules: readonly ScanStart[];
  readonly zoneOf: Uint16Array;
  readonly ruleOf: Uint16Array;
  /** `identityKey` of each device's id: see `deviceKeys` */
  readonly keys: Uint32Array;
}

/**
 * How many devices there are of each pair of a rule and a zone; the pair of rule `r` and zone `z` is `r * zones.length + z`.
 * @throws RangeError when a device names a zone or a rule that is not listed, or the columns differ in length.
 */
export function countPairs({ zones, rules, zoneOf, ruleOf, keys }: DeviceColumns): Uint32Array {
  if (zoneOf.length !== keys.length || ruleOf.length !== keys.length)
    throw new RangeError('Each device needs a zone, a rule and a key: the columns differ in length.');
  const [zoneCount, ruleCount] = [zones.length, rules.length];
  const counts = new Uint32Array(ruleCount * zoneCount);
  for (let i = 0; i < keys.length; i += 1) {
    const zone = zoneOf[i] ?? 0;
    const rule = ruleOf[i] ?? 0;
    if (zone >= zoneCount || rule >= ruleCount)
      throw new RangeError(`Device ${i} names a zone or a rule that is not listed.`);
    const pair = Math.imul(rule, zoneCount) + zone;
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  return counts;
}

/** Devices of one rule and one zone, and when their runs of a task start: uniform over `[opensAtMs, closesAtMs)`. */
export interface Segment {
  /** The place of the pair, as in `countPairs`. */
  readonly pair: number;
  readonly count: number;
  /** Epoch milliseconds UTC. */
  readonly opensAtMs: number;
  /** Epoch milliseconds UTC; the very open where all start at one instant. */
  readonly closesAtMs: number;
}

/**
 * What a task created at `createdAtMs` (epoch milliseconds UTC) means for each pair that has devices: it is `planStart`
 * that is asked, once a pair. Devices that wait for a person are in none.
 */
export function segmentsAt(devices: DeviceColumns, createdAtMs: number): Segment[] {
  const { zones, rules } = devices;
  return [...countPairs(devices)].flatMap((count, pair) => {
    const rule = rules[Math.floor(pair / zones.length)];
    const zone = zones[pair % zones.length];
    if (count === 0 || rule === undefined || zone === undefined) return [];
    const plan = planStart(rule, { createdAtMs, zone, moment: 0 });
    if (plan.kind === 'never') return [];
    const opensAtMs = plan.startMs;
    return [{ pair, count, opensAtMs, closesAtMs: plan.kind === 'waits' ? plan.occurrence.closesAtMs : opensAtMs }];
  });
}
