import type { IDBPDatabase } from 'idb';
import { Problem } from '../problem.ts';
import { commitOf, merged, withoutNothing, worldAfter } from './journal.ts';
import {
  append,
  grown,
  mergeIfLong,
  openIfOurs,
  readKept,
  startOver,
  oldestVersion,
  type Recipe,
} from './journal-database.ts';
import { createMemoryStore, type Durability } from './memory-store.ts';
import { nothing, type Store } from './store.ts';

/**
 * Opens the world kept under a name, or begins one there. The database holds how the world was made and a journal of
 * the commits since, one record a commit. A commit resolves once the disk has it; memory changes only after that, so
 * nobody reads what a killed browser would lose. Data of an unknown version, and a journal over another recipe's world,
 * is left untouched under its own name, and a new world is kept beside it. Where IndexedDB is missing or refused, the
 * world lives in memory.
 * @param realMs now, epoch milliseconds UTC in real time: where the clock of a world that is new begins
 */
export async function openStore(name: string, recipe: Recipe, realMs: number): Promise<Store> {
  try {
    return await openKept(name, recipe, realMs);
  } catch {
    return createMemoryStore(recipe.make(realMs));
  }
}

async function openKept(name: string, recipe: Recipe, realMs: number): Promise<Store> {
  const ours = await openIfOurs(name, recipe);
  if (ours) return fromDatabase(ours, recipe, realMs, false);
  // Even the place beside may hold what a version unknown to this one wrote: nothing of that is ever written over.
  const beside = `${name}-v${String(oldestVersion)}.${String(recipe.version)}`;
  for (const place of [beside, ...Array.from({ length: 8 }, (_, i) => `${beside}-${String(i + 2)}`)]) {
    const free = await openIfOurs(place, recipe);
    if (free) return fromDatabase(free, recipe, realMs, true);
  }
  throw new Error(`Every place beside ${name} is taken by data of an unknown version`);
}

async function fromDatabase(database: IDBPDatabase, recipe: Recipe, realMs: number, setAside: boolean): Promise<Store> {
  const { madeFromMs, commits, length } = await readKept(database, recipe, realMs);
  const world = worldAfter(madeFromMs === null ? nothing : recipe.make(madeFromMs), merged(commits));
  const durability = durabilityOf(database, recipe, length);
  return createMemoryStore(world, { durability, persistence: 'indexed-db', setAside });
}

type Length = Awaited<ReturnType<typeof mergeIfLong>>;

function durabilityOf(database: IDBPDatabase, recipe: Recipe, atFirst: Length): Durability {
  let length = atFirst;
  let merging = false;
  // Not waited for: what is written next stands in line behind it.
  const merge = async () => {
    if (merging) return;
    merging = true;
    length = await mergeIfLong(database, length);
    merging = false;
  };
  void merge();
  return {
    async commit(wanted) {
      const changes = withoutNothing(wanted);
      if (!changes) return;
      const bytes = await orRefused(append(database, changes));
      length = grown(length, bytes);
      void merge();
    },
    async replace(world) {
      const madeFromMs = recipe.madeFrom(world) ?? null;
      const changes = madeFromMs === null ? commitOf(world) : {};
      length = await orRefused(startOver(database, recipe, madeFromMs, changes));
    },
  };
}

/** @throws Problem `storage-failed` where the disk refused */
async function orRefused<T>(written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Problem('storage-failed', `The browser did not store the change: ${why} Nothing was changed.`);
  }
}
