import fc from 'fast-check';
import { expect, test } from 'vitest';
import { taskKey, uniformMoment } from '#domain/schedule/moment.ts';
import { planStart } from '#domain/schedule/plan-start.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { planStarts, startsOf } from './bulk-plan.ts';
import { deviceKeys } from './device-keys.ts';
import type { DeviceColumns } from './pairs.ts';
import { crossedRows, planSpread } from './plan-spread.ts';
import { anInstant, aRule, interval, zones } from './testing/random-cases.ts';

const hour = 3_600_000;
const namesOf = (count: number) => Array.from({ length: count }, (_, i) => `device-${i}`);
const columns = (count: number, rules: readonly ScanStart[], first = 0): DeviceColumns => ({
  zones,
  rules,
  zoneOf: Uint16Array.from({ length: count }, (_, i) => (first + i) % zones.length),
  ruleOf: Uint16Array.from({ length: count }, (_, i) => i % rules.length),
  keys: deviceKeys(namesOf(count)),
});
const taskNames = ['det-0001', 'det-0002', 'det-0003'];
const tasks = Uint32Array.from(taskNames, (name) => taskKey(9, name));

test('with a creation of its own in each row, every start is that of the single rule to the millisecond', () => {
  const aCase = fc.tuple(
    fc.array(aRule, { minLength: 1, maxLength: 3 }),
    anInstant,
    fc.array(fc.integer({ min: 0, max: 72 * hour }), { minLength: 24, maxLength: 24 }),
    fc.nat(zones.length),
  );
  fc.assert(
    fc.property(aCase, ([rules, fromMs, offsets, first]) => {
      const devices = columns(8, rules, first);
      const rows = {
        deviceOf: Uint32Array.from(offsets, (_, row) => (row * 5) % 8),
        createdAtMs: Float64Array.from(offsets, (offset) => fromMs + offset),
        taskOf: Uint32Array.from(offsets, (_, row) => row % 3),
        tasks,
      };
      const single = Array.from(rows.createdAtMs, (createdAtMs, row) => {
        const device = rows.deviceOf[row] ?? 0;
        const plan = planStart(rules[devices.ruleOf[device] ?? 0] ?? { mode: 'manual' }, {
          createdAtMs,
          zone: zones[devices.zoneOf[device] ?? 0] ?? '',
          moment: uniformMoment(9, taskNames[row % 3] ?? '', `device-${device}`),
        });
        return plan.kind === 'never' ? Infinity : plan.startMs;
      });
      expect([...planSpread(devices, rows)]).toEqual(single);
    }),
    { numRuns: 150, seed: 6 },
  );
});

test('each detection on each device: what planning its task by itself gives', () => {
  const devices = columns(500, [interval(20 * 60, 7 * 60), { mode: 'immediate' }, { mode: 'manual' }]);
  const createdAtMs = Float64Array.of(Date.parse('2026-11-24T10:00Z'), Date.parse('2027-06-24T22:00Z'), 0);
  const starts = planSpread(devices, crossedRows(500, { createdAtMs, tasks }));
  tasks.forEach((task, i) => {
    const plan = planStarts(devices, { createdAtMs: createdAtMs[i] ?? 0, task, binMs: hour });
    expect(starts.subarray(i * 500, (i + 1) * 500)).toEqual(startsOf(plan));
  });
});

test('a creation at the very open starts at once, one at the very close waits for the next window', () => {
  const devices: DeviceColumns = {
    ...columns(1, [interval(20 * 60, 7 * 60)]),
    zones: ['UTC'],
    zoneOf: Uint16Array.of(0),
  };
  const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);
  const createdAtMs = Float64Array.of(at('06:59:59.999'), at('07:00'), at('19:59:59.999'), at('20:00'));
  const starts = planSpread(devices, crossedRows(1, { createdAtMs, tasks: Uint32Array.of(1, 2, 3, 4) }));
  const [lastInside = 0, atClose = 0, lastOutside = 0, atOpen = 0] = starts;
  expect(lastInside).toBe(at('06:59:59.999'));
  expect(atClose).toBeGreaterThanOrEqual(at('20:00'));
  expect(lastOutside).toBeGreaterThanOrEqual(at('20:00'));
  expect(atOpen).toBe(at('20:00'));
});

const oneRow = {
  deviceOf: Uint32Array.of(0),
  createdAtMs: Float64Array.of(0),
  taskOf: Uint32Array.of(0),
  tasks: Uint32Array.of(1),
};

const isNotThere = 'Row 0 names a device or a task that is not there, or its creation is not an instant.';
const differ = 'Each row needs a device, a creation and a task: the columns differ in length.';

test.each([
  ['a device', { deviceOf: Uint32Array.of(1) }, isNotThere],
  ['a task', { taskOf: Uint32Array.of(1) }, isNotThere],
  ['an instant', { createdAtMs: Float64Array.of(Number.NaN) }, isNotThere],
  ['a whole millisecond', { createdAtMs: Float64Array.of(0.5) }, isNotThere],
  ['as many creations as devices', { createdAtMs: new Float64Array(2) }, differ],
  ['as many tasks as devices', { taskOf: new Uint32Array(2) }, differ],
])('a row that does not name %s is refused', (_, wrong, words) => {
  expect(() => planSpread(columns(1, [interval(0, 60)]), { ...oneRow, ...wrong })).toThrow(words);
});

test('creations more than a century apart are refused', () => {
  const detections = { createdAtMs: Float64Array.of(0, 4e12), tasks: Uint32Array.of(1, 2) };
  expect(() => planSpread(columns(1, [interval(0, 60)]), crossedRows(1, detections))).toThrow(
    'The creations lie more than a century apart.',
  );
});

test('no rows are no starts', () => {
  const none = crossedRows(0, { createdAtMs: Float64Array.of(0), tasks: Uint32Array.of(1) });
  expect(planSpread(columns(1, [interval(0, 60)]), none)).toEqual(new Float64Array(0));
});

test('a detection without a task of its own is refused', () => {
  const creations = { createdAtMs: Float64Array.of(0, 1), tasks: Uint32Array.of(1) };
  expect(() => crossedRows(2, creations)).toThrow('Each detection needs a creation and a task.');
});
