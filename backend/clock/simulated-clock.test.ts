import { expect, test } from 'vitest';
import { isReal, jumpedTo, pausedAt, realClock, runningAt, simulatedNow } from './simulated-clock.ts';

const noon = Date.parse('2026-11-24T12:00:00Z');
const minute = 60_000;

test('a clock that shows real time goes with it', () => {
  const clock = realClock(noon);
  expect(clock).toEqual({ realMs: noon, simulatedMs: noon, rate: 1, paused: false });
  expect(simulatedNow(clock, noon + minute)).toBe(noon + minute);
});

test.each([1, 60, 3600] as const)('at a rate of %i simulated time goes that many times as fast from now on', (rate) => {
  const clock = runningAt(realClock(noon), noon + minute, rate);
  expect(clock).toEqual({ realMs: noon + minute, simulatedMs: noon + minute, rate, paused: false });
  expect(simulatedNow(clock, noon + 3 * minute)).toBe(noon + minute + rate * 2 * minute);
});

test('a paused clock stands where it was, keeps its rate, and goes on from there', () => {
  const paused = pausedAt(runningAt(realClock(noon), noon, 60), noon + minute);
  expect(paused).toEqual({ realMs: noon + minute, simulatedMs: noon + 60 * minute, rate: 60, paused: true });
  expect(simulatedNow(paused, noon + 9 * minute)).toBe(noon + 60 * minute);
  const on = runningAt(paused, noon + 10 * minute, 1);
  expect(on.paused).toBe(false);
  expect(simulatedNow(on, noon + 11 * minute)).toBe(noon + 61 * minute);
});

test('a clock that is set forward keeps its rate and its pause', () => {
  const ran = jumpedTo(runningAt(realClock(noon), noon, 60), noon + minute, noon + 90 * minute);
  expect(ran).toEqual({ realMs: noon + minute, simulatedMs: noon + 90 * minute, rate: 60, paused: false });
  expect(jumpedTo(pausedAt(realClock(noon), noon), noon, noon + minute).paused).toBe(true);
});

test('a real clock that is set back does not turn simulated time back', () => {
  expect(simulatedNow(runningAt(realClock(noon), noon, 60), noon - minute)).toBe(noon);
});

test('simulated time is real time only at its rate, running, and in step', () => {
  const clock = realClock(noon);
  expect(isReal(clock)).toBe(true);
  expect(isReal(pausedAt(clock, noon))).toBe(false);
  expect(isReal(runningAt(clock, noon, 60))).toBe(false);
  expect(isReal(jumpedTo(clock, noon, noon + minute))).toBe(false);
});
