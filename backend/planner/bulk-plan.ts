import { momentOf } from '#domain/schedule/moment.ts';
import { segmentsAt, type DeviceColumns, type Segment } from './pairs.ts';

/** The offset of a run without a planned start. */
export const noStart = 0xffff_ffff;

const blockLength = 4096;

export interface BulkPlan {
  /** The instant that all starts count from, epoch milliseconds UTC. */
  readonly createdAtMs: number;
  /** The start of each device's run in milliseconds after the creation; `noStart` without one. */
  readonly offsetsMs: Uint32Array;
  /** The number of starts in each `binMs` from the creation on. */
  readonly histogram: Uint32Array;
}

export interface CreatedTask {
  /** Epoch milliseconds UTC. */
  readonly createdAtMs: number;
  /** The task's key, from `taskKey`. */
  readonly task: number;
  /** The width of a bin: whole milliseconds, at least 1,000. */
  readonly binMs: number;
}

/**
 * The starts of one task on many devices, identical to those of `planStart`: it is called once for each pair of a rule and
 * a zone, and each device adds its moment in that window.
 * A window opens within nine days, so 32 bits of milliseconds hold any offset. `startsOf` converts them to instants.
 * @param segments of the same devices at the same instant; callers that plan several tasks at one instant compute them once
 * @throws RangeError for an unknown zone or rule, or an invalid `binMs`
 */
export function planStarts(
  devices: DeviceColumns,
  { createdAtMs, task, binMs }: CreatedTask,
  segments: readonly Segment[] = segmentsAt(devices, createdAtMs),
): BulkPlan {
  if (!Number.isInteger(binMs) || binMs < 1000)
    throw new RangeError('The width of a bin must be whole milliseconds, at least 1,000.');
  const { zones, rules, zoneOf, ruleOf, keys } = devices;
  const opensMs = new Uint32Array(rules.length * zones.length).fill(noStart);
  const lengthsMs = new Float64Array(opensMs.length);
  let endMs = 0;
  for (const { pair, opensAtMs, closesAtMs } of segments) {
    opensMs[pair] = opensAtMs - createdAtMs;
    lengthsMs[pair] = closesAtMs - opensAtMs;
    endMs = Math.max(endMs, closesAtMs - createdAtMs);
  }

  const bins = new Uint32Array(Math.floor(endMs / binMs) + 1);
  const perMs = justOver(1 / binMs);
  const offsetsMs = new Uint32Array(keys.length);
  const count = zones.length;
  // Blocks that fit into the cache, and an unrolled loop, halve the time of one plain loop.
  for (let from = 0; from < keys.length; from += blockLength) {
    const to = Math.min(from + blockLength, keys.length);
    let i = from;
    for (; i + 3 < to; i += 4) {
      const [a, b, c, d] = [i, i + 1, i + 2, i + 3];
      offsetsMs[a] = startIn(opensMs, lengthsMs, pairOf(count, ruleOf[a], zoneOf[a]), momentOf(task, keys[a] ?? 0));
      offsetsMs[b] = startIn(opensMs, lengthsMs, pairOf(count, ruleOf[b], zoneOf[b]), momentOf(task, keys[b] ?? 0));
      offsetsMs[c] = startIn(opensMs, lengthsMs, pairOf(count, ruleOf[c], zoneOf[c]), momentOf(task, keys[c] ?? 0));
      offsetsMs[d] = startIn(opensMs, lengthsMs, pairOf(count, ruleOf[d], zoneOf[d]), momentOf(task, keys[d] ?? 0));
    }
    for (; i < to; i += 1)
      offsetsMs[i] = startIn(opensMs, lengthsMs, pairOf(count, ruleOf[i], zoneOf[i]), momentOf(task, keys[i] ?? 0));
    countInto(bins, offsetsMs, from, to, perMs);
  }
  const last = bins.findLastIndex((starts) => starts > 0);
  return { createdAtMs, offsetsMs, histogram: bins.slice(0, Math.max(0, last) + 1) };
}

const pairOf = (zones: number, rule = 0, zone = 0): number => rule * zones + zone;

/**
 * The start in a pair's window. It rounds down before adding the open, as `momentWithin` does: a large open plus a product
 * just below a whole millisecond would round up. `>>> 0` is the floor of a non-negative number.
 */
const startIn = (opensMs: Uint32Array, lengthsMs: Float64Array, pair: number, moment: number): number =>
  (opensMs[pair] ?? 0) + ((moment * (lengthsMs[pair] ?? 0)) >>> 0);

function countInto(bins: Uint32Array, offsetsMs: Uint32Array, from: number, to: number, perMs: number): void {
  for (let i = from; i < to; i += 1) {
    const offset = offsetsMs[i] ?? noStart;
    const bin = (offset * perMs) >>> 0;
    if (offset !== noStart) bins[bin] = (bins[bin] ?? 0) + 1;
  }
}

/**
 * A slightly larger reciprocal, so that multiplying by it selects the same bin as dividing would: a multiple of the width
 * does not fall just below its edge, and no other whole number below 2^32 reaches the next one. Division is slower.
 */
const justOver = (reciprocal: number): number => reciprocal * (1 + 2 ** -51);

/** The starts of a plan: epoch milliseconds UTC, Infinity without a planned start. */
export function startsOf({ createdAtMs, offsetsMs }: BulkPlan): Float64Array {
  const startsMs = new Float64Array(offsetsMs.length);
  for (let i = 0; i < startsMs.length; i += 1) {
    const offset = offsetsMs[i] ?? noStart;
    startsMs[i] = offset === noStart ? Infinity : createdAtMs + offset;
  }
  return startsMs;
}
