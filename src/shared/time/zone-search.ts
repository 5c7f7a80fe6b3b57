import { suggestZones } from '#domain/schedule/suggest-zones.ts';
import { knownZones, readTimeZone, type NamedZone } from '#domain/schedule/time-zone.ts';

let named: readonly (NamedZone & { readonly texts: readonly string[] })[] | null = null;

/** Every zone with its search texts: all names, with blanks for underscores. */
const searchedZones = () =>
  (named ??= knownZones().map((each) => ({ ...each, texts: [each.zone, ...each.otherNames].map(normalise) })));

const normalise = (text: string) => text.toLowerCase().replaceAll('_', ' ');

/** The current name of a zone; an unknown text is returned unchanged. */
export function canonicalZone(text: string): string {
  const read = readTimeZone(text);
  return read.kind === 'known' ? read.zone : text;
}

/** Every zone that the planner knows, by its current name: the same list in every browser. */
export const allZones = (): readonly string[] => searchedZones().map(({ zone }) => zone);

/**
 * The zones whose old or new names contain a text: `kiev` and `kyiv` both find Europe/Kyiv. Zones whose city starts with the
 * text come first. Without a match: suggestions by abbreviation, Windows name, offset at the instant, or typing error.
 * @param atMs epoch milliseconds UTC
 */
export function findZones(text: string, atMs: number): readonly string[] {
  const search = normalise(text.trim());
  if (search === '') return allZones();
  const found = searchedZones().filter(({ texts }) => texts.some((each) => each.includes(search)));
  const begins = found.filter(({ texts }) =>
    texts.some((each) => each.slice(each.lastIndexOf('/') + 1).startsWith(search)),
  );
  const suggested = suggestZones(text, { atMs });
  // The zone Etc/GMT+3 is three hours behind UTC, but a user who types an offset means three hours ahead.
  if (offsetPattern.test(text)) return suggested;
  const abbreviated = abbreviationPattern.test(text.trim()) || found.length === 0 ? suggested : [];
  return [...new Set([...begins.map(({ zone }) => zone), ...abbreviated, ...found.map(({ zone }) => zone)])];
}

const offsetPattern = /^\W*(utc|gmt)?\s*[+−-]/i;
const abbreviationPattern = /^[a-z]{2,5}$/i;

/** The alias by which a text finds a zone: `Europe/Kiev`; null if the current name matches. */
export function matchedAlias(zone: string, text: string): string | null {
  const search = normalise(text.trim());
  if (search === '' || normalise(zone).includes(search)) return null;
  const others = searchedZones().find((each) => each.zone === zone)?.otherNames ?? [];
  return others.find((name) => normalise(name).includes(search)) ?? null;
}
