import { momentOf } from '#domain/schedule/moment.ts';
import {
  dayMs,
  holdsUntil,
  nextLength,
  nextOpens,
  occurrenceTables,
  width,
  type CreationDays,
} from './occurrence-tables.ts';
import type { DeviceColumns } from './pairs.ts';

/** Runs as columns, a row each: whose it is, when its rule began to count, and of which task it is. */
export interface RunRows {
  /** The place of each row's device in the columns of the devices. */
  readonly deviceOf: Uint32Array;
  /** The creation of the task, or the return of the row's device: epoch milliseconds UTC. */
  readonly createdAtMs: Float64Array;
  /** The place of each row's task in `tasks`. */
  readonly taskOf: Uint32Array;
  /** The key of each task, from `taskKey`. */
  readonly tasks: Uint32Array;
}

/**
 * The starts of many runs whose creations differ row by row: the same instants as `planStart` gives one by one, from one
 * table of occurrences for each pair of a rule and a zone. Epoch milliseconds UTC, Infinity where a run waits for a person.
 *
 * The tables cost some 25 µs for each day with a creation, each pair; a row then costs the same whether they span a day or
 * years. For many devices and one instant, `planStarts` is faster.
 * @throws RangeError when a row names a device, zone, rule or task that is not there, its creation is not an instant, or
 * the creations lie more than a century apart.
 */
export function planSpread(devices: DeviceColumns, rows: RunRows): Float64Array {
  const { deviceOf, createdAtMs, taskOf, tasks } = rows;
  const { zones, zoneOf, ruleOf, keys } = devices;
  const startsMs = new Float64Array(deviceOf.length);
  if (startsMs.length === 0) return startsMs;
  const days = daysOf(devices, rows);
  const { entries, entryOf } = occurrenceTables(devices, days);
  const daysOfPair = days.used.length;
  for (let i = 0; i < startsMs.length; i += 1) {
    const device = deviceOf[i] ?? 0;
    const created = createdAtMs[i] ?? 0;
    const pair = (ruleOf[device] ?? 0) * zones.length + (zoneOf[device] ?? 0);
    let entry = entryOf[pair * daysOfPair + (Math.floor(created / dayMs) - days.first)] ?? 0;
    while ((entries[entry + nextOpens] ?? Infinity) <= created) entry += width;
    const moment = momentOf(tasks[taskOf[i] ?? 0] ?? 0, keys[device] ?? 0);
    // Worked out even where it is not needed: cheaper than a branch that goes either way.
    const later = (entries[entry + nextOpens] ?? 0) + Math.floor(moment * (entries[entry + nextLength] ?? 0));
    startsMs[i] = created < (entries[entry + holdsUntil] ?? 0) ? created : later;
  }
  return startsMs;
}

/** Each of some detections on each of some devices: the rows of the first detection's task, then those of the second. */
export function crossedRows(devices: number, { createdAtMs, tasks }: Pick<RunRows, 'createdAtMs' | 'tasks'>): RunRows {
  if (createdAtMs.length !== tasks.length) throw new RangeError('Each detection needs a creation and a task.');
  const count = devices * tasks.length;
  const rows = {
    deviceOf: new Uint32Array(count),
    createdAtMs: new Float64Array(count),
    taskOf: new Uint32Array(count),
  };
  for (let task = 0; task < tasks.length; task += 1) {
    const [from, to] = [task * devices, (task + 1) * devices];
    rows.createdAtMs.fill(createdAtMs[task] ?? Number.NaN, from, to);
    rows.taskOf.fill(task, from, to);
    for (let device = 0; device < devices; device += 1) rows.deviceOf[from + device] = device;
  }
  return { ...rows, tasks };
}

/** The days with a creation, once every row is known to be sound. */
function daysOf(devices: DeviceColumns, { deviceOf, createdAtMs, taskOf, tasks }: RunRows): CreationDays {
  if (createdAtMs.length !== deviceOf.length || taskOf.length !== deviceOf.length)
    throw new RangeError('Each row needs a device, a creation and a task: the columns differ in length.');
  let [earliestMs, latestMs] = [Infinity, -Infinity];
  for (let i = 0; i < deviceOf.length; i += 1) {
    const created = createdAtMs[i] ?? Number.NaN;
    if ((deviceOf[i] ?? 0) >= devices.keys.length || (taskOf[i] ?? 0) >= tasks.length || !Number.isInteger(created))
      throw new RangeError(`Row ${i} names a device or a task that is not there, or its creation is not an instant.`);
    if (created < earliestMs) earliestMs = created;
    if (created > latestMs) latestMs = created;
  }
  const first = Math.floor(earliestMs / dayMs);
  const count = Math.floor(latestMs / dayMs) - first + 1;
  if (count > 36_600) throw new RangeError('The creations lie more than a century apart.');
  const used = new Uint8Array(count);
  for (const created of createdAtMs) used[Math.floor(created / dayMs) - first] = 1;
  return { first, used };
}
