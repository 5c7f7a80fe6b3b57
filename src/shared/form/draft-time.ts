import { dayIn, timeIn, viewerZone } from '#src/shared/time/format.ts';

/**
 * When a draft was typed: the time of day, with the date unless it is today's.
 * @param atMs epoch milliseconds UTC in real time
 */
export function formatDraftTime(atMs: number): string {
  const [zone, at, now] = [viewerZone(), new Date(atMs).toISOString(), new Date().toISOString()];
  const day = dayIn(zone, at);
  return day === dayIn(zone, now) ? timeIn(zone, at) : `${day}, ${timeIn(zone, at)}`;
}
