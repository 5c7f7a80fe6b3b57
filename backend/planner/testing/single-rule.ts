import { identityKey, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { planStarts, startsOf } from '../bulk-plan.ts';
import { deviceKeys } from '../device-keys.ts';
import type { Segment } from '../pairs.ts';
import { segmentCache } from '../segment-cache.ts';
import { clockChanges, dateLine, interval, zones as knownZones } from './random-cases.ts';

const hour = 3_600_000;

/** With two that cannot be planned with, in which nothing starts. */
const zones = [...knownZones, 'PST', 'Mars/Olympus'];

const rounds = 5;

/**
 * Plans one rule in every zone of the runtime and in two unknown ones: in bulk at one instant, in bulk with cached segments
 * at several instants within three days, and run by run with `planStart`. The days are around a clock change, a change of
 * the date line, or anywhere in the years from 1990 to 2037.
 * @param group selects the cases: the same number always selects the same ones
 * @returns the number of cases, and a line for each in which bulk and single planning differ
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
  const task = taskKey(group, 'task');
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
  const instantWithin = (word: string | number) => fromMs + below(group, word, 72 * hour);
  const compareAll = (way: string, createdAtMs: number, segments?: readonly Segment[]) => {
    startsOf(planStarts(devices, { createdAtMs, task, binMs: hour }, segments)).forEach((startMs, zone) => {
      compare(way, zone, createdAtMs, startMs);
    });
  };
  const segmentsFrom = segmentCache(devices);
  const instants = Array.from({ length: rounds }, (_, round) => instantWithin(round)).sort((a, b) => a - b);
  for (const atMs of instants) compareAll('cached segments', atMs, segmentsFrom(atMs));
  compareAll('one instant', instantWithin('instant'));
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
