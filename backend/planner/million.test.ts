import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { identityKey, taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { clockChanges, occurrencesAround } from '#domain/schedule/wall-clock.ts';
import { planStarts, startsOf } from './bulk-plan.ts';
import { deviceKeys } from './device-keys.ts';
import type { DeviceColumns } from './pairs.ts';
import { segmentCache } from './segment-cache.ts';
import { caseCount, deep, sampleOf } from '#mocks/testing/depth.ts';
import { interval, zones } from './testing/random-cases.ts';
import { compareWithSingle } from './testing/single-rule.ts';

const hour = 3_600_000;
const createdAtMs = Date.parse('2026-11-24T10:00:00Z');
const nightly = interval(20 * 60, 7 * 60);
const fleetOf = (ids: readonly string[]): DeviceColumns => ({
  zones: ['Europe/Berlin', 'Asia/Kolkata'],
  rules: [nightly],
  zoneOf: Uint16Array.from(ids, (id) => (id.endsWith('7') ? 1 : 0)),
  ruleOf: new Uint16Array(ids.length),
  keys: deviceKeys(ids),
});
const million = Array.from({ length: caseCount(1_000_000) }, (_, i) => `device-${i}`);
const plan = { createdAtMs, task: taskKey(5, 'det-0001'), binMs: hour };

test('in every zone, starts planned in bulk are those of the single rule: some of the cases of `npm run test:million`', () => {
  const groups = (deep ? [0, 50, 101, 102] : [50, 101]).map(compareWithSingle);
  expect(groups.flatMap(({ differences }) => differences)).toEqual([]);
  expect(groups.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(deep ? 10_000 : 5_000);
});

test(
  'a million cases in every zone, around its own clock changes too, match what wall clocks show',
  { timeout: 120_000 },
  () => {
    const year = [Date.UTC(2026, 0), Date.UTC(2027, 0)] as const;
    const chance = (word: string) => identityKey(word) / 2 ** 32;
    // Two devices at each of these instants around a clock change or any other day.
    const perLookup = 250;
    let [cases, atOnce, changes] = [0, 0, 0];
    for (const zone of sampleOf(zones)) {
      const own = clockChanges(zone, ...year);
      changes += own.length;
      const anywhere = Array.from(
        { length: 5 },
        (_, i) => year[0] + Math.floor(chance(`${zone}/${i}`) * (year[1] - year[0])),
      );
      for (const near of [...own, ...anywhere]) {
        const start = Math.floor(chance(`${zone}/${near}`) * 1440);
        const rule = interval(start, (start + 1 + Math.floor(chance(`${near}/${zone}`) * 1439)) % 1440);
        if (rule.mode !== 'interval') throw new Error('An interval is one.');
        const ids = [`${zone}-a`, `${zone}-b`];
        const devices = {
          zones: [zone],
          rules: [rule],
          zoneOf: new Uint16Array(2),
          ruleOf: new Uint16Array(2),
          keys: deviceKeys(ids),
        };
        const created = Float64Array.from(
          { length: perLookup },
          (_, i) => near + Math.floor((i / perLookup - 0.5) * 44 * hour),
        );
        // The occurrences themselves, their bounds and a millisecond before them, belong to the cases.
        const around = occurrencesAround(rule.window, near, zone);
        around.slice(1, 4).forEach(({ opensAtMs, closesAtMs }, i) => {
          created.set([opensAtMs - 1, opensAtMs, closesAtMs - 1, closesAtMs], 4 * i);
        });
        const moments = ids.map((id) => uniformMoment(5, 'det-0001', id));
        const segmentsFrom = segmentCache(devices);
        for (const createdMs of created.sort()) {
          const task = { createdAtMs: createdMs, task: taskKey(5, 'det-0001'), binMs: hour };
          const starts = startsOf(planStarts(devices, task, segmentsFrom(createdMs)));
          const inside = around.some((o) => o.opensAtMs <= createdMs && createdMs < o.closesAtMs);
          const next = around.find((o) => o.opensAtMs > createdMs);
          moments.forEach((moment, i) => {
            const later = next && next.opensAtMs + Math.floor(moment * (next.closesAtMs - next.opensAtMs));
            cases += 1;
            atOnce += inside ? 1 : 0;
            if (starts[i] !== (inside ? createdMs : later))
              expect.fail(`${JSON.stringify(rule)} in ${zone}, created ${createdMs}`);
          });
        }
      }
    }
    expect(cases).toBeGreaterThanOrEqual(caseCount(1_000_000));
    expect(changes).toBeGreaterThan(caseCount(200));
    expect(atOnce / cases).toBeGreaterThan(0.3);
    expect(atOnce / cases).toBeLessThan(0.7);
  },
);

test('a million starts are uniform over their window (Kolmogorov–Smirnov, 1 %)', () => {
  const fleet = { ...fleetOf(million), zoneOf: new Uint16Array(million.length) };
  const sorted = startsOf(planStarts(fleet, plan)).sort();
  const [opensAtMs, lengthMs] = [Date.parse('2026-11-24T19:00:00Z'), 11 * hour];
  const distance = sorted.reduce((worst, start, i) => {
    const moment = (start - opensAtMs) / lengthMs;
    return Math.max(worst, moment - i / sorted.length, (i + 1) / sorted.length - moment);
  }, 0);
  expect(distance).toBeLessThan(1.63 / Math.sqrt(sorted.length));
});

// What the other process prints is all that comes back of it: one number that every start goes into, in its order.
test('another process plans the same million starts', { timeout: 120_000 }, () => {
  const script = `
    import { deviceKeys } from '#backend/planner/device-keys.ts';
    import { planStarts } from '#backend/planner/bulk-plan.ts';
    const ids = Array.from({ length: ${million.length} }, (_, i) => 'device-' + i);
    const fleet = ${JSON.stringify({ zones: fleetOf([]).zones, rules: fleetOf([]).rules })};
    const zoneOf = Uint16Array.from(ids, (id) => (id.endsWith('7') ? 1 : 0));
    const columns = { ...fleet, zoneOf, ruleOf: new Uint16Array(ids.length), keys: deviceKeys(ids) };
    const { offsetsMs } = planStarts(columns, ${JSON.stringify(plan)});
    console.log(offsetsMs.reduce((sum, offset) => (Math.imul(sum, 31) + offset) | 0, 0));`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  const { offsetsMs } = planStarts(fleetOf(million), plan);
  expect(stdout.trim(), stderr).toBe(String(offsetsMs.reduce((sum, offset) => (Math.imul(sum, 31) + offset) | 0, 0)));
});

test('the starts do not depend on the order of the devices, on which others there are, or on the page they are on', () => {
  const some = million.slice(0, 10_007);
  const whole = planStarts(fleetOf(some), plan).offsetsMs;
  expect(planStarts(fleetOf(some.toReversed()), plan).offsetsMs.toReversed()).toEqual(whole);
  const third = (_: unknown, i: number) => i % 3 === 0;
  expect(planStarts(fleetOf(some.filter(third)), plan).offsetsMs).toEqual(whole.filter(third));
  const pages = Array.from({ length: 11 }, (_, page) => some.slice(page * 1000, (page + 1) * 1000));
  expect(pages.flatMap((page) => [...planStarts(fleetOf(page), plan).offsetsMs])).toEqual([...whole]);
});
