import { zoneText } from '#domain/inventory/zone-cells.ts';
import { readTimeZone } from '#domain/schedule/time-zone.ts';

/** What a cell says about a time zone: the zone, or what it may be. */
export type ReadZone =
  | { readonly kind: 'known'; readonly zone: string }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Reads a zone by its IANA name.
 * @param _country where the device is, as the file says it; empty where it does not
 */
export function readZone(cell: string, _country: string): ReadZone {
  const read = readTimeZone(zoneText(cell));
  return read.kind === 'known' ? read : { kind: 'unknown', suggestions: [] };
}
