import type { IDBPDatabase } from 'idb';
import { buildId } from '#contract/build.ts';
import { Problem } from '#backend/problem.ts';
import type { Disk } from './disk.ts';
import { NewerBuild, openIfOurs, oldestVersion, OtherJournal, readStored, type Recipe } from './journal-database.ts';
import { journalDurability } from './journal-durability.ts';
import { createMemoryStore, noOpPersistence } from '#backend/adapters/memory/memory-store.ts';
import { openedWorld } from '#backend/records/opened-world.ts';
import { noRecords, type Store } from '#backend/ports/store.ts';
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
    return await openStored(name, recipe, realMs, { disk, build, openingMs });
  } catch (error) {
    if (error instanceof NotAnswering) throw notAnswering();
    if (error instanceof Problem) throw error;
    return openInMemory(recipe, realMs, 'unavailable');
  }
}

/** A new world that lives in memory, which says why. */
export const openInMemory = (recipe: Recipe, realMs: number, unstored: Store['fallbackReason']): Store =>
  createMemoryStore(recipe.make(realMs), { durability: { ...noOpPersistence, unstored } });

/** Where a store is opened: on which disk, and by which build of the console. */
interface Setting {
  readonly disk: Disk;
  readonly build: string;
  /** How long the storage may take to say what is there, in milliseconds. To read it may take longer: it may be large. */
  readonly openingMs: number;
}

async function openStored(name: string, recipe: Recipe, realMs: number, setting: Setting): Promise<Store> {
  const ours = await openPlace(name, recipe, setting);
  if (ours === 'newer') throw newerData();
  if (ours !== 'foreign') return fromDatabase(ours, recipe, realMs, setting, false);
  // Even the place beside may hold what a version unknown to this one wrote: nothing of that is ever written over.
  const beside = `${name}-v${String(oldestVersion)}.${String(recipe.version)}`;
  for (const place of [beside, ...Array.from({ length: 8 }, (_, i) => `${beside}-${String(i + 2)}`)]) {
    const free = await openPlace(place, recipe, setting);
    if (typeof free !== 'string') return fromDatabase(free, recipe, realMs, setting, true);
  }
  throw new Error(`Every place beside ${name} is taken by data of an unknown version`);
}

/** @throws NotAnswering */
const openPlace = (name: string, recipe: Recipe, { build, openingMs }: Setting) =>
  withinLimit(openIfOurs(name, recipe, build), openingMs, (late) => {
    if (typeof late !== 'string') late.close();
  });

async function fromDatabase(
  database: IDBPDatabase,
  recipe: Recipe,
  realMs: number,
  setting: Setting,
  setAside: boolean,
): Promise<Store> {
  const stored = await readStored(database, recipe, realMs, setting.build);
  const beneath = stored.madeFromMs === null ? noRecords : recipe.make(stored.madeFromMs);
  const { world, damaged } = openedWorld(beneath, stored.commits, () => recipe.make(realMs));
  const reopen = async () => {
    const ours = await openPlace(database.name, recipe, setting);
    if (ours === 'newer') throw new NewerBuild();
    if (ours === 'foreign') throw new OtherJournal();
    return ours;
  };
  const durability = journalDurability({ database, reopen, recipe, ...setting }, stored);
  return createMemoryStore(world, { durability, persistence: 'indexed-db', setAside, damaged });
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
