/**
 * The zone to display a time in: the given one, or UTC if this browser does not know it. Stored data may hold invalid zones.
 */
export function displayZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return 'UTC';
  }
}
