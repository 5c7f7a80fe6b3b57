import { distance } from 'fastest-levenshtein';
import { knownZones, readTimeZone } from './time-zone.ts';
import { windowsDisplayNames } from './windows-display-names.ts';
import { zoneOfWindowsName } from './windows-zone.ts';
import { zoneAbbreviations } from './zone-abbreviations.ts';
import { zoneOffsetMs } from './zone-offset.ts';
import { zonesByTerritory } from './zones-by-territory.ts';

interface Circumstances {
  /** ISO 3166-1 alpha-2, where it is known where the zone is meant: its zones come first. */
  readonly territory?: string | undefined;
  /**
   * The instant at which an offset must hold, epoch milliseconds UTC: UTC+01:00 is Berlin's in winter only. Without it, an
   * offset has no zones.
   */
  readonly atMs?: number | undefined;
}

/**
 * The time zones that somebody may have meant who wrote what is none, the likeliest first; at most 5, or all that have an
 * offset. `PST` → America/Los_Angeles; `IST` → Asia/Kolkata, Asia/Jerusalem, Europe/Dublin; `W. Europe Standard Time` and
 * `Berlin` and `Europe/Berln` → Europe/Berlin; `UTC+03:00` → the zones with this offset at the instant, those of the most
 * populous territories first. Every one is a zone that can be planned with. Empty where nothing comes near.
 */
export function suggestZones(text: string, { territory, atMs }: Circumstances = {}): readonly string[] {
  const trimmed = text.trim().slice(0, mostRead);
  const near = territory?.trim().toUpperCase();
  const key = JSON.stringify([trimmed, near, atMs]);
  const made = suggested.get(key) ?? suggestionsFor(trimmed, near, atMs);
  // A file says the same in thousands of lines.
  if (suggested.size < maxCached) suggested.set(key, made);
  return made;
}

const suggested = new Map<string, readonly string[]>();
const maxCached = 1_000;

function suggestionsFor(trimmed: string, near: string | undefined, atMs: number | undefined): readonly string[] {
  const windows = zoneOfWindowsName(trimmed, near);
  if (windows !== null) return [windows];
  const offset = readOffset(trimmed);
  if (offset !== null) return atMs === undefined ? [] : zonesWithOffset(offset, atMs, near);
  const meant = abbreviations().get(trimmed.toUpperCase()) ?? zonesNamed(trimmed);
  const known = meant.flatMap((name) => {
    const read = readTimeZone(name);
    return read.kind === 'known' ? [read.zone] : [];
  });
  return nearFirst([...new Set(known)], near).slice(0, mostSuggested);
}

const mostRead = 100;
const mostSuggested = 5;

let byAbbreviation: ReadonlyMap<string, readonly string[]> | null = null;

function abbreviations(): ReadonlyMap<string, readonly string[]> {
  byAbbreviation ??= new Map(
    zoneAbbreviations
      .trim()
      .split(/\s+/)
      .map((entry) => entry.split('='))
      .map(([name = '', zones = '']): [string, string[]] => [name, zones.split(',')]),
  );
  return byAbbreviation;
}

/** Minutes ahead of UTC of `UTC+03:00`, `GMT+3`, `+0300`, `-8`, `(UTC+01:00) some place`; null where no offset is said. */
function readOffset(text: string): number | null {
  const match = /^\(?(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?(\d{2}))?\)?(?:\s.*)?$/i.exec(text);
  if (!match) return null;
  const [, sign, hours, minutes] = match;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  return sign === '+' ? total : -total;
}

const minuteMs = 60_000;

/** The zones of the territory that is near, then the best one of each territory, then the others of each. */
function zonesWithOffset(minutes: number, atMs: number, near: string | undefined): readonly string[] {
  const rows = territories().map(([territory, zones]) => ({
    territory,
    zones: zones.filter(
      (zone) => readTimeZone(zone).kind === 'known' && zoneOffsetMs(zone, atMs) === minutes * minuteMs,
    ),
  }));
  const here = rows.filter(({ territory }) => territory === near).flatMap(({ zones }) => zones);
  const first = rows.flatMap(({ zones }) => zones.slice(0, 1));
  const others = rows.flatMap(({ zones }) => zones.slice(1));
  return [...new Set([...here, ...(minutes === 0 ? ['UTC'] : []), ...first, ...others])];
}

let read: readonly (readonly [string, readonly string[]])[] | null = null;

/** The zones of each territory, the most populous first. */
function territories(): readonly (readonly [string, readonly string[]])[] {
  read ??= zonesByTerritory
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([territory = '', ...zones]) => [territory, zones]);
  return read;
}

/** Stable: what is not of the territory keeps its order. */
function nearFirst(zones: readonly string[], near: string | undefined): readonly string[] {
  const here = new Set(territories().find(([territory]) => territory === near)?.[1] ?? []);
  return [...zones.filter((zone) => here.has(zone)), ...zones.filter((zone) => !here.has(zone))];
}

/** A name by which a zone may be meant, bare of case, accents, blanks and lines. */
interface Named {
  readonly zone: string;
  readonly name: string;
  /** The name of the place alone. */
  readonly city: string;
}

let names: readonly Named[] | null = null;

function allNames(): readonly Named[] {
  names ??= knownZones().flatMap(({ zone, otherNames }) =>
    [zone, ...otherNames]
      .filter((name) => name.includes('/') && !name.startsWith('Etc/'))
      .map((name) => ({ zone, name: flat(name), city: bare(name.slice(name.lastIndexOf('/') + 1)) })),
  );
  return names;
}

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\s_.'’-]/g, '')
    .toLowerCase();

const flat = (name: string) => bare(name).replaceAll('/', '');

/** The zones whose name or city is this one, else those that come nearest: a letter in four may be another one. */
function zonesNamed(text: string): readonly string[] {
  const wanted = flat(text);
  if (wanted.length < 3) return [];
  const [place = ''] = bare(text.split(',')[0] ?? '')
    .split('/')
    .slice(-1);
  const exact = allNames().filter(({ name, city }) => name === wanted || city === wanted || city === place);
  if (exact.length > 0) return exact.map(({ zone }) => zone);
  const shown = windowsPlace(place);
  if (shown !== null) return [shown];
  const most = Math.min(3, Math.floor(wanted.length / 4));
  return allNames()
    .map(({ zone, name, city }) => ({ zone, off: distance(wanted, text.includes('/') ? name : city) }))
    .filter(({ off }) => off <= most)
    .sort((a, b) => a.off - b.off)
    .map(({ zone }) => zone);
}

/** A city that Windows names in a list of several, but that gave no zone its name: Mumbai, Beijing. */
function windowsPlace(place: string): string | null {
  for (const line of windowsDisplayNames.trim().split('\n')) {
    const [shown = ''] = line.split('=');
    if (shown.split(',').some((each) => bare(each) === place)) return zoneOfWindowsName(shown);
  }
  return null;
}
