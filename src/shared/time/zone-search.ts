import { suggestZones } from '#domain/schedule/suggest-zones.ts';
import { knownZones, readTimeZone, type NamedZone } from '#domain/schedule/time-zone.ts';

let named: readonly (NamedZone & { readonly texts: readonly string[] })[] | null = null;

/** Every zone with the texts that it is found by: all its names, as they are spelled and with blanks. */
const searchedZones = () =>
  (named ??= knownZones().map((each) => ({ ...each, texts: [each.zone, ...each.otherNames].map(normalise) })));

const normalise = (text: string) => text.toLowerCase().replaceAll('_', ' ');

/** The name of a zone in that list; what is no zone stays as it is. */
export function canonicalZone(text: string): string {
  const read = readTimeZone(text);
  return read.kind === 'known' ? read.zone : text;
}

/** Every zone that can be planned with here, by its current name: the same list whatever the browser calls them. */
export const allZones = (): readonly string[] => searchedZones().map(({ zone }) => zone);

/**
 * The zones that a text finds in any of their names, old or new: `kiev` and `kyiv` both find Europe/Kyiv. Those whose
 * place begins with the text come first. Where no name holds it, the zones that may have been meant: by an abbreviation, a
 * Windows name, an offset at the instant, or a slip of the hand.
 * @param atMs epoch milliseconds UTC
 */
export function findZones(text: string, atMs: number): readonly string[] {
  const wanted = normalise(text.trim());
  if (wanted === '') return allZones();
  const found = searchedZones().filter(({ texts }) => texts.some((each) => each.includes(wanted)));
  const begins = found.filter(({ texts }) =>
    texts.some((each) => each.slice(each.lastIndexOf('/') + 1).startsWith(wanted)),
  );
  const meant = suggestZones(text, { atMs });
  // The zone Etc/GMT+3 is three hours behind UTC: whoever types an offset means the other one.
  if (anOffset.test(text)) return meant;
  const abbreviated = anAbbreviation.test(text.trim()) || found.length === 0 ? meant : [];
  return [...new Set([...begins.map(({ zone }) => zone), ...abbreviated, ...found.map(({ zone }) => zone)])];
}

const anOffset = /^\W*(utc|gmt)?\s*[+−-]/i;
const anAbbreviation = /^[a-z]{2,5}$/i;

/** The other name by which a text finds a zone: `Europe/Kiev`; null where it is in the zone's own name. */
export function matchedAlias(zone: string, text: string): string | null {
  const wanted = normalise(text.trim());
  if (wanted === '' || normalise(zone).includes(wanted)) return null;
  const others = searchedZones().find((each) => each.zone === zone)?.otherNames ?? [];
  return others.find((name) => normalise(name).includes(wanted)) ?? null;
}
