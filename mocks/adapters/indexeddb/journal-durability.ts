import type { IDBPDatabase } from 'idb';
import { Problem } from '#backend/problem.ts';
import { refusalIn, refusalOf, type Disk } from './disk.ts';
import {
  commitOf,
  mergeCommits,
  commitMerger,
  withoutEmptyCollections,
  worldAfter,
} from '#backend/ports/merge-commits.ts';
import {
  append,
  mergeIfLong,
  NewerBuild,
  OtherJournal,
  startOver,
  type StoredJournal,
  type Recipe,
} from './journal-database.ts';
import { grown } from './journal-length.ts';
import type { Durability } from '#backend/adapters/memory/memory-store.ts';
import { reopening } from './reopening.ts';
import type { Changes, MemoryFallbackReason, World } from '#backend/ports/store.ts';
import { writingAhead } from './writing-ahead.ts';

interface Where {
  readonly database: IDBPDatabase;
  /** Opens the database again after the browser has closed it. */
  readonly reopen: () => Promise<IDBPDatabase>;
  readonly recipe: Recipe;
  readonly disk: Disk;
  /** Of this console. */
  readonly build: string;
}

/** How the world in memory is made: from what, and what was committed since. */
interface Made {
  readonly madeFromMs: number | null;
  readonly since: Changes;
}

/**
 * Writes each commit to the journal before memory changes. Where the disk takes nothing, the commits wait in memory and go along
 * with the next one. Where the browser closed the connection, it is opened again; where the storage was cleared meanwhile, all
 * that was committed is written again, for memory has it.
 * @param stored what the journal held when it was read
 */
export function journalDurability({ database, reopen, recipe, disk, build }: Where, stored: StoredJournal): Durability {
  const connection = reopening(database, reopen);
  let { journalId, length, madeFromMs } = stored;
  let since = commitMerger();
  for (const commit of stored.commits) since.add(commit);
  /** Why the disk does not have what was committed last, and what it lacks: these changes, or with null everything. */
  let waiting: { readonly why: NonNullable<MemoryFallbackReason>; readonly changes: Changes | null } | null = null;

  let merging = false;
  // Not waited for: what is written next stands in line behind it.
  const merge = async () => {
    if (merging) return;
    merging = true;
    length = await mergeIfLong(connection.current(), build, length);
    merging = false;
  };
  void merge();

  const use = <T>(work: (open: IDBPDatabase) => Promise<T>) =>
    connection.use(async (open) => {
      if (disk.fault !== null) throw refusalOf(disk.fault);
      return work(open);
    });
  const ahead = writingAhead({ use, build, journalId: () => journalId });

  /** @param changes what the disk lacks of the world; null where it lacks everything */
  const write = (changes: Changes | null, all: () => Made) =>
    use(async (open) => {
      const bytes = changes && (await append(open, build, journalId, changes, ahead.of(changes)));
      if (bytes !== null) {
        // A merge may have set the length meanwhile.
        length = grown(length, bytes);
        return;
      }
      const made = all();
      ({ journalId, length } = await startOver(open, build, { recipe, journalId }, made.madeFromMs, made.since));
    });
  /** @throws Problem where the changes were not taken, not even in memory */
  const keep = async (changes: Changes | null, all: () => Made) => {
    try {
      await write(changes, all);
      if (changes) ahead.forget(changes);
      waiting = null;
    } catch (error) {
      const why = error instanceof OtherJournal ? 'replaced' : refusalIn(error);
      if (!why) throw notStored(error);
      waiting = { why, changes };
    }
  };

  return {
    get unstored() {
      return waiting?.why ?? null;
    },
    async commit(wanted) {
      const changes = withoutEmptyCollections(wanted) ?? {};
      if (!withoutEmptyCollections(wanted) && !waiting) return;
      // What the disk did not take goes along: it has everything again, or still nothing of it.
      const lacking = waiting ? waiting.changes && mergeCommits([waiting.changes, changes]) : changes;
      await keep(lacking, () => ({ madeFromMs, since: mergeCommits([since.changes(), changes]) }));
      since.add(changes);
      void merge();
    },
    prepare: ahead.prepare,
    async replace(world: World, changes: Changes) {
      const from = recipe.madeFrom(world) ?? null;
      const all = from === null ? commitOf(worldAfter(world, changes)) : changes;
      await keep(null, () => ({ madeFromMs: from, since: all }));
      madeFromMs = from;
      since = commitMerger();
      since.add(all);
    },
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
  const problem = new Problem(
    'storage-failed',
    'The browser did not store the change. Nothing was changed: try again, or reload the page.',
  );
  // The browser's own words are for whoever looks for the cause.
  problem.cause = error;
  return problem;
}
