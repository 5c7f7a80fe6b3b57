import { useQuery } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import type { ClockView } from '#contract/simulation.ts';
import { clockQuery } from './queries.ts';

/** At most four renders a second: a running clock is read, not watched. */
const tickMs = 250;

/**
 * The simulated instant at a real one.
 * @param clock what the backend said at the real instant `askedAtMs`, epoch milliseconds
 * @returns epoch milliseconds; with no answer yet, real time, with which every world begins
 */
export function simulatedAt(clock: ClockView | undefined, fetchedAtMs: number, realMs: number): number {
  if (!clock) return realMs;
  const elapsed = clock.paused ? 0 : Math.max(0, realMs - fetchedAtMs) * clock.rate;
  return Date.parse(clock.now) + elapsed;
}

/** The simulated now, epoch milliseconds, running on between two answers of the backend. */
export function useSimulatedNow(): number {
  const { data, dataUpdatedAt } = useQuery(clockQuery);
  const tick = useTick(data?.paused !== true);
  return simulatedAt(data, dataUpdatedAt, Math.max(tick, dataUpdatedAt));
}

/**
 * The simulated quarter of an hour, epoch milliseconds of its begin, for what changes no oftener, such as the offset of a
 * zone: who asks is not drawn anew with every tick of the clock. Null with no answer yet.
 */
export function useSimulatedQuarter(): number | null {
  return useQuery({ ...clockQuery, select: quarterOf, notifyOnChangeProps: ['data'] }).data ?? null;
}

export const quarterOf = ({ now }: Pick<ClockView, 'now'>): number =>
  Math.floor(Date.parse(now) / quarterMs) * quarterMs;

const quarterMs = 15 * 60_000;

/**
 * The real instant of the last tick. It moves by ticks only: one that moved while a slow render goes on would begin that
 * render again, without end.
 */
let lastTickMs = Date.now();

/** The real instant, in steps of `tickMs`; it stands still while not `running`. */
function useTick(running: boolean): number {
  const subscribe = useCallback(
    (onTick: () => void) => {
      if (!running) return () => undefined;
      const tick = () => {
        lastTickMs = Math.floor(Date.now() / tickMs) * tickMs;
        onTick();
      };
      // Nobody may have listened for long.
      tick();
      const timer = setInterval(tick, tickMs);
      return () => {
        clearInterval(timer);
      };
    },
    [running],
  );
  return useSyncExternalStore(subscribe, () => lastTickMs);
}
