import type { IDBPDatabase } from 'idb';
import { buildId } from '#contract/build.ts';
import { Problem } from '../problem.ts';
import { commitOf, merged, withoutNothing, worldAfter } from './journal.ts';
import {
  append,
  grown,
  mergeIfLong,
  NewerBuild,
  openIfOurs,
  readKept,
  startOver,
  oldestVersion,
  type Recipe,
} from './journal-database.ts';
import { refusalIn, refusalOf, type Disk } from './disk.ts';
import { createMemoryStore, volatile, type Durability } from './memory-store.ts';
import { nothing, type Changes, type Store, type World } from './store.ts';
import { NotAnswering, withinLimit } from './time-limit.ts';

/**
 * Opens the world kept under a name, or begins one there. The database holds how the world was made and a journal of
 * the commits since, one record a commit. A commit resolves once the disk has it; memory changes only after that, so
 * nobody reads what a killed browser would lose. Data of an older or unknown version, and a journal over an older recipe's
 * world, is left untouched under its own name, and a new world is kept beside it; data of a newer one is refused. Where IndexedDB is missing or refused, the
 * world lives in memory.
 * @throws Problem `newer-data`; `storage-not-answering` where nobody knows whether a world is kept
 * @param realMs now, epoch milliseconds UTC in real time: where the clock of a world that is new begins
 */
export async function openStore(
  name: string,
  recipe: Recipe,
  realMs: number,
  { disk = { fault: null }, build = buildId, openingMs = 8_000 }: Partial<Setting> = {},
): Promise<Store> {
  try {
    return await openKept(name, recipe, realMs, { disk, build, openingMs });
  } catch (error) {
    if (error instanceof NotAnswering) throw notAnswering();
    if (error instanceof Problem) throw error;
    return openInMemory(recipe, realMs, 'unavailable');
  }
}

/** A new world that lives in memory, which says why. */
export const openInMemory = (recipe: Recipe, realMs: number, unstored: Store['unstored']): Store =>
  createMemoryStore(recipe.make(realMs), { durability: { ...volatile, unstored } });

/** Where a store is opened: on which disk, and by which build of the console. */
interface Setting {
  readonly disk: Disk;
  readonly build: string;
  /** How long the storage may take to say what is there, in milliseconds. To read it may take longer: it may be large. */
  readonly openingMs: number;
}

async function openKept(name: string, recipe: Recipe, realMs: number, setting: Setting): Promise<Store> {
  const openPlace = (place: string) =>
    withinLimit(openIfOurs(place, recipe, setting.build), setting.openingMs, (late) => {
      if (typeof late !== 'string') late.close();
    });
  const ours = await openPlace(name);
  if (ours === 'newer') throw newerData();
  if (ours !== 'foreign') return fromDatabase(ours, recipe, realMs, setting, false);
  // Even the place beside may hold what a version unknown to this one wrote: nothing of that is ever written over.
  const beside = `${name}-v${String(oldestVersion)}.${String(recipe.version)}`;
  for (const place of [beside, ...Array.from({ length: 8 }, (_, i) => `${beside}-${String(i + 2)}`)]) {
    const free = await openPlace(place);
    if (typeof free !== 'string') return fromDatabase(free, recipe, realMs, setting, true);
  }
  throw new Error(`Every place beside ${name} is taken by data of an unknown version`);
}

async function fromDatabase(
  database: IDBPDatabase,
  recipe: Recipe,
  realMs: number,
  setting: Setting,
  setAside: boolean,
): Promise<Store> {
  const { madeFromMs, commits, length } = await readKept(database, recipe, realMs, setting.build);
  const world = worldAfter(madeFromMs === null ? nothing : recipe.make(madeFromMs), merged(commits));
  const durability = durabilityOf(database, recipe, length, setting);
  return createMemoryStore(world, { durability, persistence: 'indexed-db', setAside });
}

type Length = Awaited<ReturnType<typeof mergeIfLong>>;

function durabilityOf(database: IDBPDatabase, recipe: Recipe, atFirst: Length, { disk, build }: Setting): Durability {
  let length = atFirst;
  let merging = false;
  // Not waited for: what is written next stands in line behind it.
  const merge = async () => {
    if (merging) return;
    merging = true;
    length = await mergeIfLong(database, build, length);
    merging = false;
  };
  void merge();
  /** What the disk does not have yet: changes, and where the world was replaced, the world beneath them. */
  let waiting: { readonly why: 'full' | 'refused'; readonly world: World | null; readonly changes: Changes } | null =
    null;

  const write = async (world: World | null, changes: Changes) => {
    if (disk.fault !== null) throw refusalOf(disk.fault);
    if (!world) {
      // A merge may have set the length meanwhile.
      const bytes = await append(database, build, changes);
      length = grown(length, bytes);
      return;
    }
    const madeFromMs = recipe.madeFrom(world) ?? null;
    const all = madeFromMs === null ? commitOf(worldAfter(world, changes)) : changes;
    length = await startOver(database, build, recipe, madeFromMs, all);
  };
  const keep = async (world: World | null, changes: Changes) => {
    try {
      await write(world, changes);
      waiting = null;
    } catch (error) {
      const why = refusalIn(error);
      if (!why) throw notStored(error);
      waiting = { why, world, changes };
    }
  };

  return {
    get unstored() {
      return waiting?.why ?? null;
    },
    async commit(wanted) {
      const changes = withoutNothing(wanted);
      if (!changes && !waiting) return;
      // What the disk did not take goes along: it has everything again, or still nothing of it.
      const all = waiting ? merged([waiting.changes, changes ?? {}]) : (changes ?? {});
      await keep(waiting?.world ?? null, all);
      void merge();
    },
    replace: (world, changes) => keep(world, changes),
  };
}

/** What the disk refused for a reason that lies in what is written, or in whom the database belongs to by now. */
function notStored(error: unknown): Problem {
  if (error instanceof NewerBuild) {
    return new Problem(
      'outdated',
      'A newer version of Vesper works with this data by now. Nothing was changed: reload the page. What is not saved yet is kept and offered again.',
    );
  }
  const why = error instanceof Error ? error.message : String(error);
  return new Problem('storage-failed', `The browser did not store the change: ${why} Nothing was changed.`);
}

const notAnswering = () =>
  new Problem(
    'storage-not-answering',
    'The browser does not open the stored data of this site. Nothing was changed: close the other tabs of Vesper and try again, or restart the browser.',
  );

const newerData = () =>
  new Problem(
    'newer-data',
    'This data was written by a newer version of Vesper than this page is of. It was left untouched: reload the page, or open another data set.',
  );
