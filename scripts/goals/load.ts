import { loadavg } from 'node:os';

const everyMs = 5_000;

/** Watches the load of the machine until it is stopped; then gives the loads it saw. */
export function watchLoad(): { stop: () => readonly number[] } {
  const loads: number[] = [];
  const look = () => loads.push(loadavg()[0] ?? 0);
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return loads;
    },
  };
}

/** From the least to the most of them: how many programs wanted to run at once, the bench's own browser among them. */
export const loadWords = (loads: readonly number[]) =>
  `${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`;
