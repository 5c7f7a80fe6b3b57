import { describe, expect, test } from 'vitest';
import { deviceIdSchema, taskIdSchema, timeOfDaySchema } from '#domain/ids.ts';
import { defaultDurationModel, durationMs } from '#domain/response/run.ts';
import { identityKey, momentOf, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { momentWithin, planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { runInstants } from '#backend/runs/run-instants.ts';
import { planRuns } from '#backend/runs/plan-runs.ts';
import { memoizedPlanner } from '#backend/runs/run-plans.ts';
import { runAt } from '#backend/runs/task-runs.ts';
import { aDevice } from '#mocks/seed/vocabulary.ts';
import { durationsOf } from '../bulk-durations.ts';
import { planStarts, startsOf } from '../bulk-plan.ts';
import { deviceKeyFor, edgeNumerators, seedFor } from './edge-moments.ts';
import { deviceKeys } from '../device-keys.ts';
import { segmentCache } from '../segment-cache.ts';

const between = (start: string, end: string): ScanStart => ({
  mode: 'interval',
  window: { start: timeOfDaySchema.parse(start), end: timeOfDaySchema.parse(end) },
});

const zone = 'Europe/Berlin';
const taskId = taskIdSchema.parse('task-0001');

/** Windows of many lengths, with opens near and far, one of them on the night on which the clocks go back. */
const windows = [
  ['19:30', '06:15', '2026-11-24T06:00:00Z'],
  ['20:00', '07:00', '2026-10-24T06:00:00.001Z'],
  ['20:00', '19:59', '2026-11-23T18:59:30.123Z'],
  ['13:00', '13:01', '2026-11-24T12:01:00Z'],
  ['00:00', '23:59', '2026-11-24T22:59:59.999Z'],
] as const;

const cases = windows.map(([start, end, created]) => {
  const rule = between(start, end);
  const createdAtMs = Date.parse(created);
  const plan = planStart(rule, { createdAtMs, zone, moment: 0 });
  if (plan.kind !== 'waits') throw new Error('The case is created outside its window');
  const { occurrence } = plan;
  return { name: `${start}–${end}`, rule, createdAtMs, occurrence };
});

test('a moment can be had by the key of a device, and by the seed', () => {
  for (const numerator of [0, 1, 2 ** 31, 2 ** 32 - 1, 3_141_592_653]) {
    const task = taskKey(2026, taskId);
    expect(momentOf(task, deviceKeyFor(numerator, task)) * 2 ** 32).toBe(numerator);
    expect(uniformMoment(seedFor(numerator, taskId, 'ws-1'), taskId, 'ws-1') * 2 ** 32).toBe(numerator);
  }
});

describe.each(cases)('next to whole milliseconds of $name', ({ rule, createdAtMs, occurrence }) => {
  const lengthMs = occurrence.closesAtMs - occurrence.opensAtMs;
  const numerators = edgeNumerators(lengthMs);
  const single = numerators.map((numerator) => {
    const plan = planStart(rule, { createdAtMs, zone, moment: numerator / 2 ** 32 });
    return plan.kind === 'waits' ? plan.startMs : Number.NaN;
  });
  const task = taskKey(2026, taskId);
  const devices = {
    zones: [zone],
    rules: [rule],
    zoneOf: new Uint16Array(numerators.length),
    ruleOf: new Uint16Array(numerators.length),
    keys: Uint32Array.from(numerators, (numerator) => deviceKeyFor(numerator, task)),
  };

  test('some moments are as close to one as a moment can be', () => {
    const distances = numerators.map((n) => Number((BigInt(n) * BigInt(lengthMs)) % 2n ** 32n));
    expect(Math.min(...distances.filter((distance) => distance > 0))).toBeLessThan(2 ** 12);
    expect(Math.max(...distances)).toBeGreaterThan(2 ** 32 - 2 ** 12);
  });

  test('many runs planned at one instant start as each by itself', () => {
    expect([...startsOf(planStarts(devices, { createdAtMs, task, binMs: 900_000 }))]).toEqual(single);
  });

  test('runs planned with cached segments start as each by itself', () => {
    const segments = segmentCache(devices)(createdAtMs);
    expect([...startsOf(planStarts(devices, { createdAtMs, task, binMs: 900_000 }, segments))]).toEqual(single);
  });

  test('the runs of a task start as each by itself, in columns and one by one', () => {
    const device = aDevice('WS-1', 'berlin', zone);
    const roster = { id: 'roster', devices: [device.id] };
    for (const [i, numerator] of numerators.entries()) {
      const seed = seedFor(numerator, taskId, device.id);
      const runs = planRuns({
        id: taskId,
        seed,
        createdAtMs,
        durations: defaultDurationModel,
        roster: roster.id,
        devices: [device],
        settings: [{ scanning: { scope: 'critical-areas', start: rule }, source: { kind: 'default' } }],
        settingsOf: [0],
        iocFoundAt: () => false,
      });
      expect(runInstants({ runs, roster }).startAt(0)).toBe(single[i]);
      expect(runAt({ runs, roster }, 0).plan).toMatchObject({ startMs: single[i] });
    }
  });

  test('a remembered plan gives each its own start', () => {
    const planner = memoizedPlanner();
    const starts = numerators.map((numerator) => {
      const plan = planner(rule, { createdAtMs, zone, moment: numerator / 2 ** 32 });
      return plan.kind === 'waits' ? plan.startMs : Number.NaN;
    });
    expect(starts).toEqual(single);
    expect(starts).toEqual(numerators.map((numerator) => momentWithin(occurrence, numerator / 2 ** 32)));
  });
});

test('durations next to half milliseconds are the same in bulk and one by one', () => {
  const key = taskKey(2026, `${taskId}/duration`);
  // The length of the span in half milliseconds: there a duration is rounded.
  const numerators = edgeNumerators(2 * 18 * 60_000);
  const keys = Uint32Array.from(numerators, (numerator) => deviceKeyFor(numerator, key));
  const columns = { scopes: ['critical-areas'] as const, scopeOf: new Uint8Array(keys.length), keys };
  expect([...durationsOf(defaultDurationModel, columns, Uint32Array.of(key))]).toEqual(
    numerators.map((numerator) => durationMs(defaultDurationModel, 'critical-areas', numerator / 2 ** 32)),
  );
});

test('durations next to half milliseconds are the same in columns and one by one', () => {
  const device = aDevice('WS-1', 'berlin', zone);
  const roster = { id: 'roster', devices: [device.id] };
  for (const numerator of edgeNumerators(2 * 18 * 60_000)) {
    const runs = planRuns({
      id: taskId,
      seed: seedFor(numerator, `${taskId}/duration`, device.id),
      createdAtMs: Date.parse('2026-11-24T06:00:00Z'),
      durations: defaultDurationModel,
      roster: roster.id,
      devices: [device],
      settings: [{ scanning: { scope: 'critical-areas', start: { mode: 'immediate' } }, source: { kind: 'default' } }],
      settingsOf: [0],
      iocFoundAt: () => false,
    });
    expect(runInstants({ runs, roster }).durationAt(0)).toBe(runAt({ runs, roster }, 0).durationMs);
  }
});

test('the run on MUC-WS-00419 of task 11858 starts at 05:11:51.016 in bulk as alone', () => {
  const device = deviceIdSchema.parse('muc-ws-00419');
  const rule = between('19:30', '06:15');
  const createdAtMs = Date.parse('2026-11-24T06:00:00Z');
  const task = taskKey(2026, 'task-11858');
  const columns = {
    zones: [zone],
    rules: [rule],
    zoneOf: Uint16Array.of(0),
    ruleOf: Uint16Array.of(0),
    keys: deviceKeys([device]),
  };
  const [bulk = 0] = startsOf(planStarts(columns, { createdAtMs, task, binMs: 900_000 }));
  const alone = planStart(rule, { createdAtMs, zone, moment: momentOf(task, identityKey(device)) });
  expect(new Date(bulk).toISOString()).toBe('2026-11-25T05:11:51.016Z');
  expect(alone).toMatchObject({ startMs: bulk });
});
