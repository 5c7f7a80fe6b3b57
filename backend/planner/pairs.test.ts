import { expect, test } from 'vitest';
import { countPairs, segmentsAt, type DeviceColumns } from './pairs.ts';
import { interval } from './testing/random-cases.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');
const hour = 3_600_000;
const devices: DeviceColumns = {
  zones: ['UTC', 'Asia/Tokyo'],
  rules: [{ mode: 'manual' }, { mode: 'immediate' }, interval(20 * 60, 22 * 60)],
  zoneOf: Uint16Array.of(0, 1, 1, 0, 1),
  ruleOf: Uint16Array.of(0, 1, 2, 2, 2),
  keys: new Uint32Array(5),
};

test('each pair of a rule and a zone has the number of its devices', () => {
  expect(countPairs(devices)).toEqual(Uint32Array.of(1, 0, 0, 1, 1, 2));
});

test('the segments of a task are the pairs that have devices and start by themselves, each with its window', () => {
  expect(segmentsAt(devices, noon)).toEqual([
    { pair: 3, count: 1, opensAtMs: noon, closesAtMs: noon },
    { pair: 4, count: 1, opensAtMs: noon + 8 * hour, closesAtMs: noon + 10 * hour },
    // At noon in UTC it is nine in the evening in Tokyo: within the window a task starts at once.
    { pair: 5, count: 2, opensAtMs: noon, closesAtMs: noon },
  ]);
});

test.each([
  ['a zone too few', { zoneOf: new Uint16Array(4) }],
  ['a rule too few', { ruleOf: new Uint16Array(4) }],
])('%s is refused', (_, wrong) => {
  expect(() => countPairs({ ...devices, ...wrong })).toThrow(
    'Each device needs a zone, a rule and a key: the columns differ in length.',
  );
});

test.each([
  ['zone', { zoneOf: Uint16Array.of(0, 0, 0, 2, 0) }],
  ['rule', { ruleOf: Uint16Array.of(0, 0, 0, 3, 0) }],
])('a %s that is not listed is refused with the device that names it', (_, wrong) => {
  expect(() => countPairs({ ...devices, ...wrong })).toThrow('Device 3 names a zone or a rule that is not listed.');
});
