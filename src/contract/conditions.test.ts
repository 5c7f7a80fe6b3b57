import { expect, test } from 'vitest';
import { conditionsIn, conditionsSchema, conditionsText, isGood, presetOf, presets } from './conditions.ts';

test.each([
  ['good', presets.good.conditions],
  ['storm', presets.storm.conditions],
  ['storm,seed:7', { ...presets.storm.conditions, seed: 7 }],
  ['latency:800,lost:5', conditionsSchema.parse({ latency: 800, lost: 5 })],
])('%s is read and written as it is', (text, conditions) => {
  expect(conditionsIn(text)).toEqual(conditions);
  expect(conditionsText(conditions)).toBe(text);
});

test.each(['', 'hurricane', 'latency', 'latency:', 'latency:-1', 'lost:60,error:60', 'seed:1.5', 'weather:3'])(
  '“%s” says nothing',
  (text) => {
    expect(conditionsIn(text)).toBeNull();
  },
);

test('a preset stays one under another seed, and is none once anything else differs', () => {
  expect(presetOf({ ...presets.flaky.conditions, seed: 99 })).toBe('flaky');
  expect(presetOf({ ...presets.flaky.conditions, lost: 5 })).toBeNull();
  expect([isGood(presets.good.conditions), isGood(presets.slow.conditions)]).toEqual([true, false]);
});
