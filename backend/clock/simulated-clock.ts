import type { ClockState } from '../ports/store.ts';

/** A clock that shows real time. */
export const realClock = (realMs: number): ClockState => ({ realMs, simulatedMs: realMs, rate: 1, paused: false });

/** The simulated instant at a real one; setting the real clock back does not turn simulated time back. */
export function simulatedNow(clock: ClockState, realMs: number): number {
  if (clock.paused) return clock.simulatedMs;
  return clock.simulatedMs + Math.max(0, realMs - clock.realMs) * clock.rate;
}

export const pausedAt = (clock: ClockState, realMs: number): ClockState => ({
  ...clock,
  realMs,
  simulatedMs: simulatedNow(clock, realMs),
  paused: true,
});

export const runningAt = (clock: ClockState, realMs: number, rate: ClockState['rate']): ClockState => ({
  realMs,
  simulatedMs: simulatedNow(clock, realMs),
  rate,
  paused: false,
});

/** The clock set forward to `simulatedMs`; pause and rate stay as they are. */
export const jumpedTo = (clock: ClockState, realMs: number, simulatedMs: number): ClockState => ({
  ...clock,
  realMs,
  simulatedMs,
});

/** True while simulated time is real time. */
export const isReal = (clock: ClockState): boolean =>
  !clock.paused && clock.rate === 1 && clock.simulatedMs === clock.realMs;
