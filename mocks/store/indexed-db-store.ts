import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import { createMemoryStore, type Durability } from './memory-store.ts';
import { collections, type Changes, type Store, type World } from './store.ts';

/** The form in which records are kept. A database that says another number is not ours to read. */
export const storeVersion = 1;

const marker = 'vesper';

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
  const first = await open(name);
  const known: unknown = await first.get(marker, 'version');
  if (known === undefined || known === storeVersion) return fromDatabase(first, makeWorld, false);
  first.close();
  const beside = await open(`${name}-v${String(storeVersion)}`);
  return fromDatabase(beside, makeWorld, true);
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
  const durability = durabilityOf(database);
  if ((await database.get(marker, 'version')) === undefined) await durability.replace(makeWorld());
  const records = await Promise.all(collections.map(async (name) => [name, await database.getAll(name)] as const));
  // What this version wrote, this version reads: the marker vouches for the records' form.
  const world = Object.fromEntries(records) as unknown as World;
  return createMemoryStore(world, { durability, persistence: 'indexed-db', setAside });
}

function durabilityOf(database: IDBPDatabase): Durability {
  return {
    async commit(changes: Changes) {
      const touched = collections.filter((name) => changes[name] !== undefined);
      if (touched.length === 0) return;
      const transaction = database.transaction(touched, 'readwrite', { durability: 'strict' });
      for (const name of touched) {
        const { put = [], remove = [] } = changes[name] ?? {};
        const table = transaction.objectStore(name);
        for (const id of remove) void table.delete(id).catch(() => undefined);
        for (const record of put) void table.put(record).catch(() => undefined);
      }
      await transaction.done;
    },
    async replace(world: World) {
      const transaction = database.transaction([...collections, marker], 'readwrite', { durability: 'strict' });
      for (const name of collections) {
        const table = transaction.objectStore(name);
        void table.clear().catch(() => undefined);
        for (const record of world[name]) void table.put(record).catch(() => undefined);
      }
      void transaction
        .objectStore(marker)
        .put(storeVersion, 'version')
        .catch(() => undefined);
      await transaction.done;
    },
  };
}

/** Forgets a kept world: for tests. */
export const forget = (name: string): Promise<void> => deleteDB(name);
