import { collections, type Changes, type Collection, type Records, type World } from '#backend/ports/store.ts';

/** What a sequence of commits comes to, kept up to date as each one is added. */
export interface MergedCommits {
  add(commit: Changes): void;
  /** All of them as one commit. */
  changes(): Changes;
}

/**
 * The last writer of a record wins, and what was removed stays removed, for a world beneath may have it. Records come in the
 * order that the commits would leave. Holds the records that the world holds too, and no former versions of them.
 */
export function commitMerger(): MergedCommits {
  const tables = new Map<Collection, MergedTable>();
  return {
    add(commit) {
      for (const collection of collections) {
        if (!commit[collection]) continue;
        const table = tables.get(collection) ?? emptyTable();
        tables.set(collection, table);
        addTo(table, commit, collection);
      }
    },
    changes: () => eachCollection((collection) => changeOf(tables.get(collection) ?? emptyTable())),
  };
}

/** What commits come to in one collection. */
interface MergedTable {
  readonly put: Map<unknown, Records[Collection]>;
  readonly remove: Set<string>;
}

const emptyTable = (): MergedTable => ({ put: new Map(), remove: new Set() });

function addTo({ put, remove }: MergedTable, commit: Changes, collection: Collection): void {
  for (const id of commit[collection]?.remove ?? []) {
    put.delete(id);
    remove.add(id);
  }
  for (const record of writtenRecords(commit, collection)) put.set(keyOf(record), record);
}

const changeOf = ({ put, remove }: MergedTable) =>
  put.size + remove.size === 0 ? undefined : { put: [...put.values()], remove: [...remove] };

/** A record from a damaged disk may have no id: it is kept as it is, for whoever opens the world to report. */
const keyOf = (record: Partial<Records[Collection]> | null): unknown => record?.id ?? Symbol('no id');

/** What several commits made one after the other come to, as one commit. */
export function mergeCommits(commits: readonly Changes[]): Changes {
  return eachCollection((collection) => {
    const concerned = commits.filter((commit) => commit[collection]);
    const [only] = concerned;
    // What one commit alone wrote need not be held against others: it may be a whole fleet.
    if (only && concerned.length === 1) return singleChange(only, collection);
    const table = emptyTable();
    for (const commit of concerned) addTo(table, commit, collection);
    return changeOf(table);
  });
}

/** A commit's own share in one collection; undefined where that is nothing. */
function singleChange(commit: Changes, collection: Collection) {
  const [put, remove] = [writtenRecords(commit, collection), commit[collection]?.remove ?? []];
  return put.length + remove.length === 0 ? undefined : { put, remove };
}

/** The world as a commit leaves it. */
export function worldAfter(world: World, commit: Changes): World {
  const changed = eachCollection((collection) => {
    const change = commit[collection];
    if (!change) return undefined;
    const records: readonly Records[Collection][] = world[collection];
    const table = new Map<string, Records[Collection]>(records.map((record) => [record.id, record]));
    for (const id of change.remove ?? []) table.delete(id);
    for (const record of writtenRecords(commit, collection)) table.set(record.id, record);
    return [...table.values()];
  });
  return { ...world, ...changed };
}

/** The commit that makes a world out of nothing. */
export const commitOf = (world: World): Changes => eachCollection((collection) => ({ put: world[collection] }));

/** A commit without the collections in which it changes nothing; null when it changes nothing at all. */
export function withoutEmptyCollections(commit: Changes): Changes | null {
  const changed = collections.filter((name) => (commit[name]?.put?.length ?? 0) + (commit[name]?.remove?.length ?? 0));
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, commit[name]]));
}

/** A commit in pieces of about so many bytes at most, to be made one after the other; a larger record is one alone. */
export function splitCommit(commit: Changes, mostBytes: number): Changes[] {
  const whole = withoutEmptyCollections(commit);
  if (!whole) return [];
  if (bytesOf(whole) <= mostBytes) return [whole];
  return collections.flatMap((name) => {
    const { put = [], remove = [] } = commit[name] ?? {};
    const pieces: Changes[] = remove.length > 0 ? [{ [name]: { remove } }] : [];
    let begin = 0;
    let bytes = 0;
    put.forEach((record, i) => {
      const own = bytesOf(record);
      if (i > begin && bytes + own > mostBytes) {
        pieces.push({ [name]: { put: put.slice(begin, i) } });
        begin = i;
        bytes = 0;
      }
      bytes += own;
    });
    if (begin < put.length) pieces.push({ [name]: { put: put.slice(begin) } });
    return pieces;
  });
}

/** Of an array of more items than `exactUpTo`, so many are looked at, evenly spread. */
const sampleSize = 500;
const exactUpTo = 1_000;

/** About how many bytes a value takes on the disk: good enough to decide by, and cheap, for large arrays are judged by a sample. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 4;
  if (typeof value !== 'object' || value === null) return 8;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value)) return 8 + bytesOfItems(value);
  let bytes = 8;
  for (const [name, field] of Object.entries(value)) bytes += name.length + 4 + bytesOf(field);
  return bytes;
}

function bytesOfItems(items: readonly unknown[]): number {
  if (items.length <= exactUpTo) return items.reduce<number>((sum, item) => sum + bytesOf(item), 0);
  const step = items.length / sampleSize;
  let bytes = 0;
  for (let i = 0; i < sampleSize; i += 1) bytes += bytesOf(items[Math.floor(i * step)]);
  return Math.round(bytes * step);
}

/** Collection by collection: what is made for a collection is made of its own records. */
function eachCollection<T>(make: (collection: Collection) => T | undefined): { [collection: string]: T } {
  return Object.fromEntries(
    collections.flatMap((name) => {
      const made = make(name);
      return made === undefined ? [] : [[name, made] as const];
    }),
  );
}

const writtenRecords = (commit: Changes, collection: Collection): readonly Records[Collection][] =>
  commit[collection]?.put ?? [];
