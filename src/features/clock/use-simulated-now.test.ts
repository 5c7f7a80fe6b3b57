import { expect, test } from 'vitest';
import type { ClockView } from '#contract/simulation.ts';
import { quarterOf, simulatedAt } from './use-simulated-now.ts';

const clock: ClockView = { now: '2026-11-24T18:00:00.000Z', rate: 60, paused: false, real: false };
const now = Date.parse(clock.now);

test.each<[string, ClockView | undefined, number, number]>([
  ['at the answer it shows what was answered', clock, 1_000, now],
  ['a second later at ×60 it shows a minute more', clock, 2_000, now + 60_000],
  ['at ×1 it runs with real time', { ...clock, rate: 1 }, 1_250, now + 250],
  ['paused, it stands', { ...clock, paused: true }, 9_000, now],
  ['a real clock that was set back does not turn it back', clock, 500, now],
  ['before the first answer it shows real time', undefined, 7_000, 7_000],
])('%s', (_, answer, realMs, shown) => {
  expect(simulatedAt(answer, 1_000, realMs)).toBe(shown);
});

test.each([
  ['2026-11-24T18:00:00.000Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24T18:14:59.999Z', '2026-11-24T18:00:00.000Z'],
  ['2026-11-24T18:45:01.000Z', '2026-11-24T18:45:00.000Z'],
])('%s is in the quarter of an hour of %s', (instant, quarter) => {
  expect(new Date(quarterOf({ now: instant })).toISOString()).toBe(quarter);
});
