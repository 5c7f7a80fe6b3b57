import { useSyncExternalStore } from 'react';
import { onLocalStorageChange, readLocalStorage } from '#src/shared/ui/use-local-storage.ts';

/** How times of the day are read: `20:00`, or `8:00 pm`. */
export type Hours = '24' | '12';

export const hoursKey = 'vesper.hours';
/** Whose time lists and sentences speak in: an IANA zone, with `server ` before it while the server's is chosen. */
export const zoneKey = 'vesper.zone';

/**
 * The zone of the browser's own system; UTC where it is none that times can be told in. Chromium says `Etc/Unknown` of a
 * system that it cannot make out, such as one set to `TZ=UTC0`.
 */
export const browserZone = (): string => validZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? 'UTC';

/**
 * The zone that a remembered choice names; null when it names none that this browser knows. Ids without a place, such as
 * PST, are none: browsers take some that nothing can be planned in.
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

// Asked for with every time that is drawn: read once, and again when it is chosen anew.
let hours = readHours();
let zone = readZone();
onLocalStorageChange((name) => {
  if (name === hoursKey) hours = readHours();
  if (name === zoneKey) zone = readZone();
});

/** How the viewer reads times: 24 hours until chosen otherwise. */
export const hoursPreference = (): Hours => hours;

/** The IANA zone in which the viewer reads instants: the browser's own until another one is chosen in *Display settings*. */
export const viewerZone = (): string => zone;

/** Draws a part of the screen anew, with all that is in it, when the viewer chooses another way to read times. */
export function useTimePreferences(): void {
  useSyncExternalStore(onLocalStorageChange, () => `${hours} ${zone}`);
}
