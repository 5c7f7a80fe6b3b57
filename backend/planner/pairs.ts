import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';

/** The devices of a plan as columns: indexes into `zones` and `rules`, and the device's key. */
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
 * The number of devices of each pair of a rule and a zone; the index of a pair is `rule * zones.length + zone`.
 * @throws RangeError for an unknown zone or rule, or columns of different lengths
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

/** The devices of one rule and zone with the interval of their starts, uniform over `[opensAtMs, closesAtMs)`. */
export interface Segment {
  /** The index of the pair: see `countPairs`. */
  readonly pair: number;
  readonly count: number;
  /** Epoch milliseconds UTC. */
  readonly opensAtMs: number;
  /** Epoch milliseconds UTC; equal to the open if all start at one instant. */
  readonly closesAtMs: number;
}

/**
 * The segments of a task created at `createdAtMs` (epoch milliseconds UTC), one for each pair that has devices and a planned
 * start. `planStart` is called once for each pair.
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
