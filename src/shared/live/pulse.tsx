import { useQuery } from '@tanstack/react-query';
import { pulseQuery } from './pulse-query.ts';

/** How often the pulse is asked for, in milliseconds. */
const everyMs = 1_000;

/**
 * Asks for the pulse every second while the page is in sight: once in the whole page, whatever is open. Nobody is drawn
 * anew because one came.
 */
export function Pulse() {
  useQuery({ ...pulseQuery, refetchInterval: everyMs, notifyOnChangeProps: [] });
  return null;
}
