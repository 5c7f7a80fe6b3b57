/**
 * The zone to tell a time in: the given one, or UTC where this browser knows it not. Kept data may hold what is no zone,
 * and a time that is there is told all the same.
 */
export function displayZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}
