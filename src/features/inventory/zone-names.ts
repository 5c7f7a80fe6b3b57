import { knownZones } from '#domain/schedule/time-zone.ts';

let names: readonly string[] | null = null;

/** Every time zone that can be chosen, by its current name. */
export const zoneNames = (): readonly string[] => (names ??= knownZones().map(({ zone }) => zone));
