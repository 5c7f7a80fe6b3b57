import { openDB, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { Problem } from '../problem.ts';
import { createMemoryStore, type Durability } from './memory-store.ts';
import { collections, type Changes, type Store, type World } from './store.ts';

/** The form in which records are kept. A database that says another number is not ours to read. */
export const storeVersion = 4;

const marker = 'vesper';

const tables = [...collections, marker];

/**
 * Opens the world kept under a name, or keeps a new one there. A commit resolves once the disk has it; memory changes
 * only after that, so nobody reads what a killed browser would lose. Data of an unknown version is left untouched under
 * its own name, and a new world is kept beside it. Where IndexedDB is missing or refused, the world lives in memory.
 */
export async function openStore(name: string, makeWorld: () => World): Promise<Store> {
  try {
    return await openKept(name, makeWorld);
  } catch {
    return createMemoryStore(makeWorld());
  }
}

async function openKept(name: string, makeWorld: () => World): Promise<Store> {
  const ours = await openIfOurs(name);
  if (ours) return fromDatabase(ours, makeWorld, false);
  // Even the place beside may hold what a version unknown to this one wrote: nothing of that is ever written over.
  const beside = `${name}-v${String(storeVersion)}`;
  for (const place of [beside, ...Array.from({ length: 8 }, (_, i) => `${beside}-${String(i + 2)}`)]) {
    const free = await openIfOurs(place);
    if (free) return fromDatabase(free, makeWorld, true);
  }
  throw new Error(`Every place beside ${name} is taken by data of an unknown version`);
}

/** Null when what is kept there is not this version's to read: a newer database, other tables, another marker. */
async function openIfOurs(name: string): Promise<IDBPDatabase | null> {
  const database = await open(name).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'VersionError') return null;
    throw error;
  });
  if (!database) return null;
  if (tables.every((table) => database.objectStoreNames.contains(table))) {
    const known: unknown = await database.get(marker, 'version');
    if (known === storeVersion) return database;
    // No marker and no server: made, but killed before the world was in it.
    if (known === undefined && (await database.count('server')) === 0) return database;
  }
  database.close();
  return null;
}

async function open(name: string): Promise<IDBPDatabase> {
  return openDB(name, 1, {
    upgrade(database) {
      database.createObjectStore(marker);
      for (const collection of collections) database.createObjectStore(collection, { keyPath: 'id' });
    },
    // Another version of the console wants this database: let go, so that it is not blocked.
    blocking: (_current, _wanted, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

async function fromDatabase(database: IDBPDatabase, makeWorld: () => World, setAside: boolean): Promise<Store> {
  if ((await database.get(marker, 'version')) === undefined) await seed(database, makeWorld());
  const records = await Promise.all(collections.map(async (name) => [name, await database.getAll(name)] as const));
  // What this version wrote, this version reads: the marker vouches for the records' form.
  const world = Object.fromEntries(records) as unknown as World;
  return createMemoryStore(world, { durability: durabilityOf(database), persistence: 'indexed-db', setAside });
}

/** Looks again inside the transaction: another tab may have seeded, and saved, since this one looked. */
async function seed(database: IDBPDatabase, world: World): Promise<void> {
  const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
  if ((await transaction.objectStore(marker).get('version')) === undefined) fill(transaction, world);
  await transaction.done;
}

type Writing = IDBPTransaction<unknown, string[], 'readwrite'>;

function durabilityOf(database: IDBPDatabase): Durability {
  const allOrNothing = async (touched: string[], write: (transaction: Writing) => void) => {
    try {
      const transaction = database.transaction(touched, 'readwrite', { durability: 'strict' });
      try {
        write(transaction);
      } catch (error) {
        // A record that cannot be cloned throws at once, and what was put before it would be committed without this.
        transaction.done.catch(() => undefined);
        transaction.abort();
        throw error;
      }
      await transaction.done;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new Problem('storage-failed', `The browser did not store the change: ${why} Nothing was changed.`);
    }
  };
  return {
    async commit(changes: Changes) {
      const touched = collections.filter((name) => changes[name] !== undefined);
      if (touched.length === 0) return;
      await allOrNothing(touched, (transaction) => {
        for (const name of touched) {
          const { put = [], remove = [] } = changes[name] ?? {};
          const table = transaction.objectStore(name);
          for (const id of remove) void table.delete(id).catch(() => undefined);
          for (const record of put) void table.put(record).catch(() => undefined);
        }
      });
    },
    replace: (world: World) =>
      allOrNothing(tables, (transaction) => {
        fill(transaction, world);
      }),
  };
}

/** Puts a world in place of whatever is there. A request that fails aborts the transaction, which says so itself. */
function fill(transaction: Writing, world: World): void {
  for (const name of collections) {
    const table = transaction.objectStore(name);
    void table.clear().catch(() => undefined);
    for (const record of world[name]) void table.put(record).catch(() => undefined);
  }
  void transaction
    .objectStore(marker)
    .put(storeVersion, 'version')
    .catch(() => undefined);
}
