import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { inTodaysForm } from './earlier-form.ts';
import { bytesOf, mergeCommits, splitCommit } from '#backend/ports/merge-commits.ts';
import { isLong, lengthOf, type Entry, type Includes, type Length } from './journal-length.ts';
import { committedIn, withoutIncluded } from './pending-entries.ts';
import { collections, type Changes, type Collection, type World } from '#backend/ports/store.ts';

/** The form in which a world is kept. A database that says another number is not ours to read. */
export const storeVersion = 6;

/** The oldest form that is read too: its entries are brought into today's form as they are read. */
export const oldestVersion = 4;

const marker = 'vesper';
const journal = 'journal';
const tables = [marker, journal];

/** How a scenario's world is made: the same every time, but for the real instant (epoch ms UTC) that its clock starts at. */
export interface Recipe {
  readonly scenario: string;
  /** Another version makes another world: a journal kept over one of them says nothing over the other. */
  readonly version: number;
  make(realMs: number): World;
  /** The instant from which this recipe made that very world; undefined for a world that it did not make. */
  madeFrom(world: World): number | undefined;
}

/** What the journal is kept over: the world of a scenario, or with `madeFromMs` null nothing at all. */
interface Origin {
  readonly scenario: string;
  readonly recipe: number;
  readonly madeFromMs: number | null;
  /** Another one each time that a journal begins. Data of an earlier build of the console has none until it is opened. */
  readonly journalId?: string;
}

/** What a database holds. */
export interface StoredJournal {
  readonly journalId: string;
  /** The real instant the scenario's world is made from, or null where the commits stand on nothing. */
  readonly madeFromMs: number | null;
  readonly commits: readonly Changes[];
  readonly length: Length;
}

const mostBytesOfAnEntry = 8 * 2 ** 20;

/**
 * The database of that name, if it is this version's to read and write. `newer`: a newer version or build of the console
 * wrote it, and this one must not touch it. `foreign`: an older one did, or something else.
 */
export async function openIfOurs(
  name: string,
  recipe: Recipe,
  build: string,
): Promise<IDBPDatabase | 'newer' | 'foreign'> {
  const database = await open(name).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'VersionError') return null;
    throw error;
  });
  if (!database) return 'newer';
  const whose = await whoseIs(database, recipe, build);
  if (whose === 'ours') return database;
  database.close();
  return whose;
}

/**
 * Writes nothing, but asks as if it would: a storage in which a dead worker's transaction goes on for ever may still answer whoever
 * only reads, and is of no use.
 */
async function whoseIs(database: IDBPDatabase, recipe: Recipe, build: string): Promise<'ours' | 'newer' | 'foreign'> {
  if (!tables.every((table) => database.objectStoreNames.contains(table))) return 'foreign';
  const transaction = database.transaction(tables, 'readwrite');
  const [known, entries, origin, newest] = await Promise.all([
    transaction.objectStore(marker).get('version') as Promise<unknown>,
    transaction.objectStore(journal).count(),
    originIn(transaction),
    buildIn(transaction),
  ]);
  // No marker and no entry: made, but killed before its origin was noted.
  if (known === undefined && entries === 0) return 'ours';
  if (typeof known !== 'number' || known < oldestVersion) return 'foreign';
  if (known > storeVersion) return 'newer';
  if (origin?.scenario !== recipe.scenario) return 'foreign';
  if (origin.recipe > recipe.version || newest > build) return 'newer';
  return origin.recipe === recipe.version ? 'ours' : 'foreign';
}

/** A newer build of the console works with this data by now: from here nothing is written to it any more. */
export class NewerBuild extends Error {
  override readonly name = 'NewerBuild';
}

/** Another world lies in the database by now: what was done in this one must not be mixed with it. */
export class OtherJournal extends Error {
  override readonly name = 'OtherJournal';
}

async function open(name: string): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore(marker);
      // The key counts up, whoever writes: it is the order of the entries.
      database.createObjectStore(journal, { autoIncrement: true });
    },
    // Another version of the console wants this database: let go, so that it is not blocked.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

/**
 * What is kept, read in one transaction: another tab may begin this world, save, or start over meanwhile. A database in
 * which nothing is kept yet begins with `realMs`.
 */
export const readStored = (
  database: IDBPDatabase,
  recipe: Recipe,
  realMs: number,
  build: string,
): Promise<StoredJournal> =>
  inOneStep(database, build, async (transaction) => {
    quietly(transaction.objectStore(marker).put(build, 'build'));
    const stored = await originIn(transaction);
    const journalId = stored?.journalId ?? crypto.randomUUID();
    if (stored) {
      // From here on an older version would misread what is written.
      quietly(transaction.objectStore(marker).put(storeVersion, 'version'));
      quietly(transaction.objectStore(marker).put({ ...stored, journalId } satisfies Origin, 'origin'));
    } else begin(transaction, recipe, realMs, journalId);
    const entries = await entriesIn(transaction);
    return {
      journalId,
      madeFromMs: stored ? stored.madeFromMs : realMs,
      commits: committedIn(entries),
      length: lengthOf(entries),
    };
  });

/** Records of one collection that were written ahead of their commit, in pieces. */
export interface Pending {
  readonly token: string;
  /** The journal that the pieces are in; another one does not have them. */
  readonly journalId: string;
  /** The keys of the pieces. Within one journal no key is used twice. */
  readonly keys: readonly number[];
  readonly bytes: number;
}

/**
 * Writes one commit.
 * @param ahead what of it was written ahead. Where its pieces are still there, they are included instead of being written again.
 * @returns about how many bytes it has, with what it includes; null where nothing was written, because the storage of the site was cleared meanwhile
 * @throws OtherJournal
 */
export async function append(
  database: IDBPDatabase,
  build: string,
  journalId: string,
  changes: Changes,
  ahead: PendingRecords = {},
): Promise<number | null> {
  return inOneStep(database, build, async (transaction) => {
    if (!(await hasJournal(transaction, journalId))) return null;
    const includes = await stillThere(transaction, journalId, ahead);
    const includesAny = Object.keys(includes).length > 0;
    const rest = includesAny ? withoutIncluded(changes, includes) : changes;
    const bytes = bytesOf(rest);
    add(transaction, { changes: rest, bytes, whole: false, ...(includesAny ? { includes } : {}) });
    return collections.reduce(
      (sum, name) => sum + (includes[name] === undefined ? 0 : (ahead[name]?.bytes ?? 0)),
      bytes,
    );
  });
}

/** What was written ahead, by the collection it belongs to. */
export type PendingRecords = { readonly [C in Collection]?: Pending };

/**
 * Writes a piece of records ahead of the commit that includes their token.
 * @returns null where nothing was written, because the storage of the site was cleared meanwhile
 * @throws OtherJournal
 */
export const appendPending = (
  database: IDBPDatabase,
  build: string,
  journalId: string,
  pending: string,
  changes: Changes,
): Promise<{ readonly key: number; readonly bytes: number } | null> =>
  inOneStep(database, build, async (transaction) => {
    if (!(await hasJournal(transaction, journalId))) return null;
    const bytes = bytesOf(changes);
    const entry: Entry = { changes, bytes, whole: false, pending };
    // The keys of this table count up: they are numbers.
    return { key: (await transaction.objectStore(journal).add(entry)) as number, bytes };
  });

/** Deletes pieces that no commit includes, and none will. */
export const removePending = (database: IDBPDatabase, build: string, { journalId, keys }: Pending): Promise<void> =>
  inOneStep(database, build, async (transaction) => {
    if (!(await hasJournal(transaction, journalId))) return;
    for (const key of keys) quietly(transaction.objectStore(journal).delete(key));
  });

/**
 * Puts a world in place of what the journal says, or where nothing is kept any more: `madeFromMs` of the recipe, or with null
 * what the changes make of nothing.
 * @throws OtherJournal
 */
export const startOver = (
  database: IDBPDatabase,
  build: string,
  { recipe, journalId }: { readonly recipe: Recipe; readonly journalId: string },
  madeFromMs: number | null,
  world: Changes,
) =>
  inOneStep(database, build, async (transaction) => {
    await hasJournal(transaction, journalId);
    const next = crypto.randomUUID();
    quietly(transaction.objectStore(marker).put(build, 'build'));
    begin(transaction, recipe, madeFromMs, next);
    return { journalId: next, length: addMerged(transaction, world) };
  });

/** Merges a journal that is long. Where that fails, it stays as it was. */
export async function mergeIfLong(database: IDBPDatabase, build: string, length: Length): Promise<Length> {
  if (!isLong(length)) return length;
  // Counted from nothing where it failed: it is tried again after as many commits, not after every one.
  const failed = { ...length, commits: 0, bytes: 0 };
  return inOneStep(database, build, async (transaction) => rewrite(transaction, await entriesIn(transaction))).catch(
    () => failed,
  );
}

type Reading = IDBPTransaction<unknown, string[], IDBTransactionMode>;
type Writing = IDBPTransaction<unknown, string[], 'readwrite'>;

/**
 * All of it is on the disk when this resolves; when it rejects, nothing of it is.
 * @throws NewerBuild where a later build than this one has worked with the data, looked up in the same transaction
 */
async function inOneStep<T>(
  database: IDBPDatabase,
  build: string,
  write: (transaction: Writing) => T | Promise<T>,
): Promise<T> {
  const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
  // Heard below, or replaced by the error that came first.
  transaction.done.catch(() => undefined);
  try {
    if ((await buildIn(transaction)) > build) throw new NewerBuild();
    const value = await write(transaction);
    await transaction.done;
    return value;
  } catch (error) {
    abort(transaction);
    throw error;
  }
}

/** What cannot be cloned throws at once, and what was written before it would be kept without this. */
function abort(transaction: Writing): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

// What this version wrote, this version reads: the marker vouches for the form of the origin and of the entries.
const originIn = async (transaction: Reading) =>
  (await transaction.objectStore(marker).get('origin')) as Origin | undefined;
const buildIn = async (transaction: Reading) =>
  ((await transaction.objectStore(marker).get('build')) as string | undefined) ?? '';
const entriesIn = async (transaction: Reading) =>
  ((await transaction.objectStore(journal).getAll()) as Entry[]).map((entry) => ({
    ...entry,
    changes: inTodaysForm(entry.changes),
  }));

// A request that fails aborts its transaction, which says so itself.
const quietly = (request: Promise<unknown>) => void request.catch(() => undefined);

/** Whether the database holds that journal; false where it holds none. @throws OtherJournal where it holds another one */
async function hasJournal(transaction: Reading, journalId: string): Promise<boolean> {
  const origin = await originIn(transaction);
  if (origin && origin.journalId !== journalId) throw new OtherJournal();
  return origin !== undefined;
}

/** The tokens whose pieces are all in the journal: a merge, of another tab too, drops what no commit includes. */
async function stillThere(transaction: Reading, journalId: string, ahead: PendingRecords): Promise<Includes> {
  const table = transaction.objectStore(journal);
  const found = await Promise.all(
    collections.map(async (collection) => {
      const pending = ahead[collection];
      if (pending?.journalId !== journalId) return [];
      const keys = await Promise.all(pending.keys.map((key) => table.getKey(key)));
      return keys.includes(undefined) ? [] : [[collection, pending.token] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

/** Notes what the journal is kept over from now on, and empties it. */
function begin(transaction: Writing, recipe: Recipe, madeFromMs: number | null, journalId: string): void {
  const origin: Origin = { scenario: recipe.scenario, recipe: recipe.version, madeFromMs, journalId };
  quietly(transaction.objectStore(marker).put(origin, 'origin'));
  quietly(transaction.objectStore(marker).put(storeVersion, 'version'));
  quietly(transaction.objectStore(journal).clear());
}

const add = (transaction: Writing, entry: Entry) => {
  quietly(transaction.objectStore(journal).add(entry));
};

/** Puts what all entries come to in their place. */
function rewrite(transaction: Writing, entries: readonly Entry[]): Length {
  quietly(transaction.objectStore(journal).clear());
  return addMerged(transaction, mergeCommits(committedIn(entries)));
}

function addMerged(transaction: Writing, changes: Changes): Length {
  let mergedBytes = 0;
  for (const piece of splitCommit(changes, mostBytesOfAnEntry)) {
    const bytes = bytesOf(piece);
    add(transaction, { changes: piece, bytes, whole: true });
    mergedBytes += bytes;
  }
  return { mergedBytes, commits: 0, bytes: 0 };
}
