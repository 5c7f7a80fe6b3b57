import { zoneText } from '#domain/inventory/zone-cells.ts';
import { suggestZones } from '#domain/schedule/suggest-zones.ts';
import { readTimeZone } from '#domain/schedule/time-zone.ts';
import { zoneOfWindowsName } from '#domain/schedule/windows-zone.ts';

/** What a cell says about a time zone: the zone, or what it may be. */
export type ReadZone =
  | { readonly kind: 'known'; readonly zone: string }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/**
 * Reads a zone by its IANA name or by the name that Windows has for it. An offset or an abbreviation is no zone: several
 * may be meant.
 * @param country where the device is, by its code or its English name; empty where the file does not say it
 * @param atMs the instant at which a suggested zone has the offset that is said, epoch milliseconds UTC
 */
export function readZone(cell: string, country: string, atMs: number): ReadZone {
  const text = zoneText(cell);
  const read = readTimeZone(text);
  if (read.kind === 'known') return read;
  const territory = territoryOf(country);
  const zone = zoneOfWindowsName(text, territory);
  if (zone !== null) return { kind: 'known', zone };
  return { kind: 'unknown', suggestions: suggestZones(text, { territory, atMs }) };
}

let codes: ReadonlyMap<string, string> | null = null;

/** The ISO 3166-1 code of a country; undefined where nobody knows it. @example `Germany` and `de` are `DE` */
export function territoryOf(country: string): string | undefined {
  const text = country.trim();
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  codes ??= codesByName();
  return codes.get(text.toLowerCase());
}

/** The platform has the names but no list of the codes: all pairs of letters are tried. */
function codesByName(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  const found = new Map<string, string>();
  for (const a of letters)
    for (const b of letters) {
      const name = names.of(a + b)?.toLowerCase();
      if (name !== undefined && !found.has(name)) found.set(name, a + b);
    }
  return found;
}
