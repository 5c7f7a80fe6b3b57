import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceIdSchema, taskIdSchema } from '#domain/ids.ts';
import { durationOf } from '../commands/replanning.ts';
import { durationKey, durationsOf } from './bulk-durations.ts';
import { deviceKeys } from './device-keys.ts';

const scopes = ['critical-areas', 'system-drives'] as const;
const ids = Array.from({ length: 1000 }, (_, i) => deviceIdSchema.parse(`ber-ws-${i}`));
const devices = { scopes, scopeOf: Uint8Array.from(ids, (_, i) => i % 2), keys: deviceKeys(ids) };
const scopeOf = (device: number) => scopes[device % 2] ?? 'critical-areas';
const aSpan = fc
  .tuple(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 1, max: 1440 }))
  .map(([a, b]) => ({ fromMinutes: Math.min(a, b), toMinutes: Math.max(a, b) }));

test('the durations in bulk are those that runs get one by one, to the millisecond', () => {
  fc.assert(
    fc.property(fc.integer(), aSpan, aSpan, (seed, critical, drives) => {
      const durations = { 'critical-areas': critical, 'system-drives': drives };
      const taskId = taskIdSchema.parse('det-0007');
      const single = ids.map((deviceId, i) => durationOf({ seed, durations }, { taskId, deviceId }, scopeOf(i)));
      expect([...durationsOf(durations, devices, Uint32Array.of(durationKey(seed, taskId)))]).toEqual(single);
    }),
    { numRuns: 20, seed: 4 },
  );
});

test('rows name the device and the task of each run', () => {
  const durations = {
    'critical-areas': { fromMinutes: 5, toMinutes: 9 },
    'system-drives': { fromMinutes: 60, toMinutes: 90 },
  };
  const tasks = ['det-0001', 'det-0002'].map((task) => taskIdSchema.parse(task));
  const keys = Uint32Array.from(tasks, (task) => durationKey(1, task));
  const rows = { deviceOf: Uint32Array.of(4, 4, 1), taskOf: Uint32Array.of(0, 1, 1) };
  expect([...durationsOf(durations, devices, keys, rows)]).toEqual(
    Array.from(rows.deviceOf, (device, row) => {
      const [taskId, deviceId] = [tasks[rows.taskOf[row] ?? 0] ?? tasks[0], ids[device] ?? ids[0]];
      return taskId && deviceId && durationOf({ seed: 1, durations }, { taskId, deviceId }, scopeOf(device));
    }),
  );
});

test('a scope, a device or a task that is not there and columns of different length are refused', () => {
  const model = {
    'critical-areas': { fromMinutes: 5, toMinutes: 9 },
    'system-drives': { fromMinutes: 60, toMinutes: 90 },
  };
  const one = { scopes, scopeOf: Uint8Array.of(2), keys: Uint32Array.of(1) };
  const noScope = 'Each device needs a key and a scope that is listed.';
  expect(() => durationsOf(model, one, Uint32Array.of(1))).toThrow(noScope);
  expect(() => durationsOf(model, { ...one, scopeOf: new Uint8Array(2) }, Uint32Array.of(1))).toThrow(noScope);
  const right = { ...one, scopeOf: Uint8Array.of(1) };
  const [first, second] = [Uint32Array.of(0), Uint32Array.of(1)];
  const [both, wrong] = [Uint32Array.of(0, 0), Uint32Array.of(0, 1)];
  expect(durationsOf(model, right, first, { deviceOf: first, taskOf: first })).toHaveLength(1);
  const noDevice = 'Each row needs a task and a device that is there.';
  expect(() => durationsOf(model, right, first, { deviceOf: second, taskOf: first })).toThrow(noDevice);
  expect(() => durationsOf(model, right, first, { deviceOf: wrong, taskOf: both })).toThrow(noDevice);
  expect(() => durationsOf(model, right, first, { deviceOf: both, taskOf: first })).toThrow(noDevice);
  const noTask = 'Each row names a task that is there.';
  expect(() => durationsOf(model, right, first, { deviceOf: first, taskOf: second })).toThrow(noTask);
  expect(() => durationsOf(model, right, first, { deviceOf: both, taskOf: wrong })).toThrow(noTask);
  expect(() => durationsOf(model, right, new Uint32Array(0))).toThrow(noTask);
});
