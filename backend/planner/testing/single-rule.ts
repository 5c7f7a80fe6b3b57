import { identityKey, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { planStarts, startsOf } from '../bulk-plan.ts';
import { deviceKeys } from '../device-keys.ts';
import { planSpread } from '../plan-spread.ts';
import { clockChanges, dateLine, interval, zones as knownZones } from './random-cases.ts';

const hour = 3_600_000;

/** With two that cannot be planned with, in which nothing starts. */
const zones = [...knownZones, 'PST', 'Mars/Olympus'];

const rounds = 5;

/**
 * Plans one rule in every zone of the runtime and in two that are none, in bulk at one instant and with an instant of its own for each run within
 * three days, around a clock change, a change of the date line, or anywhere in the years from 1990 to 2037; and each one
 * by itself with `planStart`.
 * @param group which cases: the same number always means the same ones
 * @returns how many cases there were, and one line for each in which bulk and single differ
 */
export function compareWithSingle(group: number): { cases: number; differences: string[] } {
  const rule = ruleOf(group);
  const fromMs = pick(group, 'near', [...clockChanges, ...dateLine, anywhere(group)]) - 36 * hour;
  const ids = zones.map((zone) => `${zone}/${group}`);
  const devices = {
    zones,
    rules: [rule],
    zoneOf: Uint16Array.from(zones, (_, zone) => zone),
    ruleOf: new Uint16Array(zones.length),
    keys: deviceKeys(ids),
  };
  const tasks = Uint32Array.of(taskKey(group, 'task'));
  const rows = {
    deviceOf: Uint32Array.from({ length: rounds * zones.length }, (_, row) => row % zones.length),
    createdAtMs: Float64Array.from(
      { length: rounds * zones.length },
      (_, row) => fromMs + below(group, row, 72 * hour),
    ),
    taskOf: new Uint32Array(rounds * zones.length),
    tasks,
  };
  const differences: string[] = [];
  const compare = (way: string, zone: number, createdAtMs: number, startMs: number) => {
    const moment = uniformMoment(group, 'task', ids[zone] ?? '');
    const plan = planStart(rule, { createdAtMs, zone: zones[zone] ?? '', moment });
    const single = plan.kind === 'never' ? Infinity : plan.startMs;
    if (single === startMs) return;
    differences.push(
      `${way}, ${JSON.stringify(rule)}, ${zones[zone]}, created ${createdAtMs}: ${startMs}, not ${single}`,
    );
  };
  planSpread(devices, rows).forEach((startMs, row) => {
    compare('spread', row % zones.length, rows.createdAtMs[row] ?? 0, startMs);
  });
  const createdAtMs = fromMs + below(group, 'instant', 72 * hour);
  startsOf(planStarts(devices, { createdAtMs, task: tasks[0] ?? 0, binMs: hour })).forEach((startMs, zone) => {
    compare('one instant', zone, createdAtMs, startMs);
  });
  return { cases: (rounds + 1) * zones.length, differences };
}

/** A whole number below `limit` that the group and a word decide. */
const below = (group: number, word: string | number, limit: number): number =>
  Math.floor((identityKey(`${group}/${word}`) / 2 ** 32) * limit);

const pick = (group: number, word: string, choices: readonly number[]): number =>
  choices[below(group, word, choices.length)] ?? 0;

const anywhere = (group: number): number => Date.UTC(1990, 0) + below(group, 'anywhere', 48 * 8766) * hour;

function ruleOf(group: number): ScanStart {
  if (group % 50 === 0) return group % 100 === 0 ? { mode: 'manual' } : { mode: 'immediate' };
  const start = below(group, 'start', 1440);
  return interval(start, (start + 1 + below(group, 'length', 1439)) % 1440);
}
