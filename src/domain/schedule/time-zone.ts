import { Temporal } from 'temporal-polyfill';
import { zoneNames } from './zone-names.ts';

/** The time zone that a text names. */
export type ReadTimeZone =
  | {
      readonly kind: 'known';
      /** The zone's current IANA name, in its usual spelling: the same in every browser. */
      readonly zone: string;
    }
  | { readonly kind: 'unknown' };

// Temporal also takes an offset (`+03:00`) and a date with a zone in brackets for the id of a zone.
const shape = /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/;

const ids = new Map<string, string | null>();
const maxCached = 2_000;

/** The id as Temporal spells it; null where Temporal refuses it. */
function plannerId(text: string): string | null {
  const known = ids.get(text);
  if (known !== undefined) return known;
  let id: string | null = null;
  try {
    if (shape.test(text)) {
      id = Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId;
      // A runtime with native Temporal may accept zones there that its Intl cannot format.
      new Intl.DateTimeFormat('en', { timeZone: id });
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    id = null;
  }
  if (ids.size < maxCached) ids.set(text, id);
  return id;
}

/**
 * Whether a text names a known time zone, in any case and by any of its names. Temporal decides, because it plans and
 * runtimes disagree: `Intl` accepts PST, BST and IST, which Temporal refuses. `Intl` must know the zone too, because
 * times in it are displayed. Source: docs/domain-rules.md#time-zones.
 */
export const isTimeZone = (text: string): boolean => plannerId(text) !== null;

/**
 * The time zone that a text names, under its one usual spelling: `utc` is `UTC`, `EUROPE/berlin` is `Europe/Berlin`, and
 * an old name gives the current one, so `Asia/Calcutta` is `Asia/Kolkata`. Where this runtime does not know the current
 * name yet, the zone keeps the name that was given. Names are those of the Unicode CLDR, the same whatever the runtime's.
 *
 * An offset, an abbreviation such as PST, and a Windows name are no zones: see `suggestZones`.
 */
export function readTimeZone(text: string): ReadTimeZone {
  const id = plannerId(text);
  if (id === null) return { kind: 'unknown' };
  const current = currentNames().get(id.toLowerCase());
  return { kind: 'known', zone: current !== undefined && isTimeZone(current) ? current : id };
}

/** Whether two texts name one zone, such as `Europe/Kiev` and `Europe/Kyiv`. An unknown name equals itself only. */
export function isSameZone(a: string, b: string): boolean {
  if (a === b) return true;
  const [first, second] = [readTimeZone(a), readTimeZone(b)];
  return first.kind === 'known' && second.kind === 'known' && first.zone === second.zone;
}

/** A zone with its other names, older or equal. */
export interface NamedZone {
  readonly zone: string;
  readonly otherNames: readonly string[];
}

/** Every known zone by its current name, in alphabetical order. */
export function knownZones(): readonly NamedZone[] {
  return tableOfNames().flatMap(({ zone, otherNames }) => {
    const names = [zone, ...otherNames];
    const known = names.find(isTimeZone);
    return known === undefined ? [] : [{ zone: known, otherNames: names.filter((name) => name !== known) }];
  });
}

const tableOfNames = (): NamedZone[] =>
  zoneNames
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [zone = '', others] = entry.split('=');
      return { zone, otherNames: others?.split(',') ?? [] };
    });

let currentByName: ReadonlyMap<string, string> | null = null;

/** The current name of each name, which is in lower case. */
function currentNames(): ReadonlyMap<string, string> {
  currentByName ??= new Map(
    tableOfNames().flatMap(({ zone, otherNames }) =>
      [zone, ...otherNames].map((name): [string, string] => [name.toLowerCase(), zone]),
    ),
  );
  return currentByName;
}
