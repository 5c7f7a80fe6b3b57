import { useQuery } from '@tanstack/react-query';
import { pulseQuery } from './pulse-query.ts';

/** Polling interval in milliseconds. */
const everyMs = 1_000;

/**
 * Polls the pulse while the page is visible, once per page. A pulse by itself renders nothing.
 */
export function Pulse() {
  useQuery({ ...pulseQuery, refetchInterval: everyMs, notifyOnChangeProps: [] });
  return null;
}
