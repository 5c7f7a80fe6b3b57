import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { noStart, planStarts, startsOf } from './bulk-plan.ts';
import { deviceKeys } from './device-keys.ts';
import { segmentsAt, type DeviceColumns } from './pairs.ts';
import { anInstant, aRule, interval, zones } from './testing/random-cases.ts';
import { caseCount } from '#mocks/testing/depth.ts';

const hour = 3_600_000;
const namesOf = (count: number) => Array.from({ length: count }, (_, i) => `device-${String(i)}`);
const columns = (count: number, rules: readonly ScanStart[]): DeviceColumns => ({
  zones,
  rules,
  zoneOf: Uint16Array.from({ length: count }, (_, i) => i % zones.length),
  ruleOf: Uint16Array.from({ length: count }, (_, i) => Math.floor(i / zones.length) % rules.length),
  keys: deviceKeys(namesOf(count)),
});

test(
  'in bulk and one by one the starts are the same to the millisecond, in every zone and around clock changes',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.array(aRule, { minLength: 1, maxLength: 3 }), anInstant, (rules, createdAtMs) => {
        const count = zones.length * rules.length;
        const devices = columns(count, rules);
        const startsMs = startsOf(planStarts(devices, { createdAtMs, task: taskKey(5, 'task-1'), binMs: hour }));
        const single = namesOf(count).map((name, i) => {
          const rule = rules[devices.ruleOf[i] ?? 0] ?? { mode: 'manual' };
          const zone = zones[devices.zoneOf[i] ?? 0] ?? '';
          const plan = planStart(rule, { createdAtMs, zone, moment: uniformMoment(5, 'task-1', name) });
          return plan.kind === 'never' ? Infinity : plan.startMs;
        });
        expect([...startsMs]).toEqual(single);
      }),
      { numRuns: caseCount(20), seed: 3 },
    );
  },
);

test('the histogram counts every run that starts by itself, each in its own bar', () => {
  const createdAtMs = Date.parse('2026-11-24T10:00:00Z');
  const rules: ScanStart[] = [{ mode: 'manual' }, { mode: 'immediate' }, interval(20 * 60, 7 * 60)];
  const { offsetsMs, histogram } = planStarts(columns(3 * zones.length, rules), {
    createdAtMs,
    task: taskKey(5, 'task-1'),
    binMs: hour,
  });
  const planned = [...offsetsMs].filter((offset) => offset !== noStart);
  expect(planned).toHaveLength(2 * zones.length);
  expect([...histogram]).toEqual(
    Array.from(
      histogram,
      (_, bin) => planned.filter((offset) => offset >= bin * hour && offset < (bin + 1) * hour).length,
    ),
  );
  expect(histogram.reduce((sum, count) => sum + count, 0)).toBe(planned.length);
  expect(histogram.at(-1)).toBeGreaterThan(0);
});

test('a start on the very edge between two bars is in the later one, whatever the width of a bar', () => {
  // 1 / 1997 and 1 / 3987 are a shade too small as a double: a product with them falls below the edge.
  const createdAtMs = Date.parse('2026-11-24T10:00:00Z');
  const devices = columns(100_000, [interval(20 * 60, 7 * 60), interval(12 * 60, 12 * 60 + 1)]);
  const segments = segmentsAt(devices, createdAtMs);
  for (const binMs of [1000, 1997, 3987, 900_000]) {
    const { offsetsMs, histogram } = planStarts(devices, { createdAtMs, task: taskKey(5, 'task-1'), binMs }, segments);
    const counts = new Uint32Array(histogram.length);
    for (const offset of offsetsMs) {
      const bin = Math.floor(offset / binMs);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    expect(histogram).toEqual(counts);
  }
});

test.each([
  ['a zone', { zoneOf: Uint16Array.of(9999) }],
  ['a rule', { ruleOf: Uint16Array.of(3) }],
  ['nothing, for want of a column,', { keys: new Uint32Array(2) }],
])('a device that names %s which is not there is refused', (_, wrong) => {
  const devices = { ...columns(1, [interval(0, 60), { mode: 'manual' }]), ...wrong };
  expect(() => planStarts(devices, { createdAtMs: 0, task: 1, binMs: hour })).toThrow(RangeError);
});

test('nobody to plan for is an empty plan; a bar shorter than a second or not of whole milliseconds is refused', () => {
  const nobody = planStarts(columns(0, [{ mode: 'manual' }]), { createdAtMs: 0, task: 1, binMs: hour });
  expect(nobody).toEqual({ createdAtMs: 0, offsetsMs: new Uint32Array(0), histogram: new Uint32Array(1) });
  for (const binMs of [0, 999, 1000.5, Number.NaN])
    expect(() => planStarts(columns(0, []), { createdAtMs: 0, task: 1, binMs })).toThrow(
      'The width of a bin must be whole milliseconds, at least 1,000.',
    );
});
