import { useSyncExternalStore } from 'react';
import { onLocalStorageChange, readLocalStorage } from '#src/shared/ui/use-local-storage.ts';

/** `20:00` or `8:00 pm`. */
export type Hours = '24' | '12';

export const hoursKey = 'vesper.hours';
/** Local storage key of the display zone: an IANA zone, prefixed with `server ` if the server's was chosen. */
export const zoneKey = 'vesper.zone';

/**
 * The zone of the browser's system; UTC if it is invalid. Chromium reports `Etc/Unknown` for a system zone that it cannot
 * resolve, such as `TZ=UTC0`.
 */
export const browserZone = (): string => validZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';

/**
 * The zone of a stored preference; null if this browser does not know it. Abbreviations such as PST are rejected: browsers
 * accept some that the planner does not.
 */
export function parseZonePreference(choice: string | null): string | null {
  const zone = choice?.replace(/^server /, '') ?? '';
  return /\/|^UTC$/.test(zone) ? validZone(zone) : null;
}

function validZone(zone: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}

const readHours = (): Hours => (readLocalStorage(hoursKey) === '12' ? '12' : '24');
const readZone = () => parseZonePreference(readLocalStorage(zoneKey)) ?? browserZone();

// Read for every displayed time, so it is cached until the preference changes.
let hours = readHours();
let zone = readZone();
onLocalStorageChange((name) => {
  if (name === hoursKey) hours = readHours();
  if (name === zoneKey) zone = readZone();
});

/** 24 hours by default. */
export const hoursPreference = (): Hours => hours;

/** The IANA zone of displayed instants: the browser's, or the one chosen in *Display settings*. */
export const viewerZone = (): string => zone;

/** Renders the component again when the user changes the display zone or the notation of times. */
export function useTimePreferences(): void {
  useSyncExternalStore(onLocalStorageChange, () => `${hours} ${zone}`);
}
