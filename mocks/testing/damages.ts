import { collections, type Changes, type Collection } from '#backend/ports/store.ts';

// Damage to stored records, for the tests: any one field of any one record, whatever can become of it on a disk.

/** A place in a commit: the collection, which of its records, and the way to a field within it. */
export interface Place {
  readonly collection: Collection;
  readonly at: number;
  readonly way: readonly string[];
}

/** Every field of every record of a commit, deep ones too. Of a long list the first and the last stand for all. */
export function placesIn(commit: Changes): Place[] {
  return collections.flatMap((collection) =>
    (commit[collection]?.put ?? []).flatMap((record, at) => waysInto(record).map((way) => ({ collection, at, way }))),
  );
}

function waysInto(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  const keys = Object.keys(value);
  const some = Array.isArray(value) && keys.length > 3 ? [...keys.slice(0, 1), ...keys.slice(-1)] : keys;
  return some.flatMap((key) => [[key], ...waysInto(Reflect.get(value, key)).map((way) => [key, ...way])]);
}

/** Stands for a field that is not there any more. */
const missing = Symbol('missing');

/** What can become of a field: it is gone, or of another type, or of a value that no such field has. */
export const damages: readonly (readonly [name: string, value: unknown])[] = [
  ['missing', missing],
  ['null', null],
  ['undefined', undefined],
  ['a number', 7],
  ['a negative number', -1],
  ['a huge number', 1e300],
  ['NaN', Number.NaN],
  ['Infinity', Infinity],
  ['true', true],
  ['an object', { some: 'thing' }],
  ['an empty list', []],
  ['a list', ['some', null, 3]],
  ['another word', 'gone-object'],
  ['an impossible zone', 'Mars/Olympus'],
  ['half a surrogate pair', 'a\ud800b'],
  ['a noncharacter', 'a\uffffb'],
  ['a control character', 'a\u0000b'],
  ['a column', Uint16Array.of(9, 9, 9)],
];

/** The commit with one field of one record damaged. */
export function damagedCommit(commit: Changes, { collection, at, way }: Place, value: unknown): Changes {
  const change = commit[collection];
  const put = (change?.put ?? []).map((record, i) => (i === at ? withField(record, way, value) : record));
  return { ...commit, [collection]: { ...change, put } };
}

function withField(whole: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined || typeof whole !== 'object' || whole === null) return value;
  const entries = Object.entries(whole).flatMap(([name, field]) => {
    if (name !== key) return [[name, field as unknown] as const];
    const changed = withField(field, rest, value);
    return changed === missing ? [] : [[name, changed] as const];
  });
  return Array.isArray(whole) ? entries.map(([, field]) => field) : Object.fromEntries(entries);
}
