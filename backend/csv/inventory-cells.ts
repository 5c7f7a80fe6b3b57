import { ignoredValue, type InventoryReading } from '#contract/inventory-reading.ts';
import { isSeen } from '#contract/names.ts';
import type { DeviceStatus } from '#domain/fleet/fleet.ts';
import { guessStatus } from '#domain/inventory/status-values.ts';
import { quoted } from './csv-text.ts';
import { isPath, readPath, type ReadPath } from './group-path.ts';
import { readZone, type ReadZone } from './zone-reader.ts';

/**
 * Which group a cell wishes for. A name alone is none that could be created without being asked for: it is found in the
 * tree, or left aside.
 */
export type GroupWish =
  | {
      readonly kind: 'path';
      readonly path: readonly string[] | 'unassigned';
      /** The cell itself holds the path, and nobody chose it. */
      readonly written: boolean;
    }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'error'; readonly message: string };

/** What the values of the columns mean, by what people chose and else by what is known of them: each text is read once. */
export interface CellReader {
  readonly status: (text: string) => DeviceStatus | null;
  readonly zone: (text: string, country: string) => ReadZone | 'ignored';
  readonly group: (text: string) => GroupWish;
}

/** @param atMs now: the instant at which a suggested zone has the offset that a cell says, epoch milliseconds UTC */
export function cellReader({ statuses = [], timeZones = [], groups = [] }: InventoryReading, atMs: number): CellReader {
  const statusOf = chosenIn(statuses);
  const zoneOf = chosenIn(timeZones);
  const groupOf = chosenIn(groups);
  return {
    status: remembering((text) => {
      const chosen = statusOf.get(text);
      if (chosen === ignoredValue) return null;
      return chosen ?? guessStatus(text);
    }),
    zone: remembering((text, country) => {
      const chosen = zoneOf.get(text);
      if (chosen === ignoredValue) return 'ignored';
      return chosen === undefined ? readZone(text, country, atMs) : { kind: 'known', zone: chosen };
    }),
    group: remembering((text): GroupWish => {
      const chosen = groupOf.get(text);
      if (chosen === ignoredValue) return { kind: 'none' };
      if (chosen === undefined && !isPath(text)) return named(text);
      return wished(readPath(chosen ?? text), chosen === undefined);
    }),
  };
}

const chosenIn = <T>(choices: readonly { readonly text: string; readonly target: T }[]) =>
  new Map(choices.map(({ text, target }) => [text, target]));

function named(name: string): GroupWish {
  const read = wished(readPath(name), false);
  return read.kind === 'path' && read.path !== 'unassigned' ? { kind: 'name', name } : read;
}

function wished(read: ReadPath, written: boolean): GroupWish {
  if (typeof read === 'object' && 'error' in read) return { kind: 'error', message: read.error };
  return { kind: 'path', path: read, written };
}

/** Many rows say the same. */
function remembering<Rest extends readonly string[], T>(read: (text: string, ...rest: Rest) => T) {
  const known = new Map<string, T>();
  return (text: string, ...rest: Rest): T => {
    const key = rest.length === 0 ? text : [text, ...rest].join('\n');
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = read(text, ...rest);
    if (known.size < 20_000) known.set(key, value);
    return value;
  };
}

const mostCharacters = 255;

/** Why a text cannot be kept; null where it can. */
export function wrongText(text: string): string | null {
  if (text.length > mostCharacters) return `This has at most ${String(mostCharacters)} characters.`;
  return isSeen(text) ? null : 'This may not contain control, invisible or unreadable characters.';
}

/** What is said of a zone that is none, with what it may be. */
export function unknownZone(text: string, suggestions: readonly string[]): string {
  const some = suggestions.slice(0, 3);
  const help =
    some.length === 0
      ? 'Use an IANA id such as Europe/Berlin.'
      : `Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(some)}?`;
  return `Unknown time zone ${quoted(text)}. ${help}`;
}
