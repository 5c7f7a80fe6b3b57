import { dayIn, timeIn, viewerZone } from '#src/shared/time/format.ts';

/**
 * When a kept edit was typed: the time of day, with the day where that is another one than today's.
 * @param atMs epoch milliseconds UTC in real time
 */
export function formatDraftTime(atMs: number): string {
  const [zone, at, now] = [viewerZone(), new Date(atMs).toISOString(), new Date().toISOString()];
  const day = dayIn(zone, at);
  return day === dayIn(zone, now) ? timeIn(zone, at) : `${day}, ${timeIn(zone, at)}`;
}
