import type { IDBPDatabase } from 'idb';
import { bytesOf } from '#backend/ports/merge-commits.ts';
import { appendPending, removePending, type Pending, type PendingRecords } from './journal-database.ts';
import { slicesOf } from './pending-entries.ts';
import { collections, type Changes, type Collection, type Discard, type Records } from '#backend/ports/store.ts';

/** The journal that is written to. */
export interface Target {
  /** Does something on an open connection; throws where the disk takes nothing. */
  readonly use: <T>(work: (database: IDBPDatabase) => Promise<T>) => Promise<T>;
  readonly build: string;
  readonly journalId: () => string;
}

/** Fewer bytes than these are left to the commit. */
const leastBytes = 2 ** 19;
/** About so many bytes are cloned at once: some ten milliseconds. */
const bytesOfAPiece = 2 ** 20;

type Put = readonly Records[Collection][];

/**
 * Writes the large arrays of a change ahead of its commit, piece by piece. They are known again by their identity, for the same
 * array may come in a commit that several were merged into.
 */
export function writingAhead({ use, build, journalId }: Target) {
  const written = new WeakMap<Put, Pending>();

  const discard = async (put: Put) => {
    const pending = written.get(put);
    written.delete(put);
    // Where it fails they are dropped by the next merge.
    if (pending && pending.keys.length > 0) {
      await use((database) => removePending(database, build, pending)).catch(() => undefined);
    }
  };

  /** @returns false where the disk did not take it: the commit will say so, or write it then */
  const writePieces = async (collection: Collection, put: Put, pause: () => Promise<void>): Promise<boolean> => {
    const [token, journal] = [crypto.randomUUID(), journalId()];
    const keys: number[] = [];
    let bytes = 0;
    let isDone = false;
    try {
      for (const slice of slicesOf(put, bytesOfAPiece)) {
        await pause();
        const changes: Changes = { [collection]: { put: slice } };
        const piece = await use((database) => appendPending(database, build, journal, token, changes)).catch(
          () => null,
        );
        if (!piece) return false;
        keys.push(piece.key);
        bytes += piece.bytes;
      }
      isDone = true;
      return true;
    } finally {
      written.set(put, { token, journalId: journal, keys, bytes });
      if (!isDone) await discard(put);
    }
  };

  return {
    prepare: async (changes: Changes, pause: () => Promise<void>): Promise<Discard> => {
      const puts: Put[] = [];
      const discardAll = async () => {
        for (const put of puts) await discard(put);
      };
      try {
        for (const collection of collections) {
          const put = changes[collection]?.put ?? [];
          if (bytesOf(put) < leastBytes || written.has(put)) continue;
          if (!(await writePieces(collection, put, pause))) break;
          puts.push(put);
        }
      } catch (error) {
        await discardAll();
        throw error;
      }
      return discardAll;
    },
    /** What of a commit was written ahead. */
    of(changes: Changes): PendingRecords {
      const found = collections.flatMap((collection) => {
        const pending = written.get(changes[collection]?.put ?? []);
        return pending ? [[collection, pending] as const] : [];
      });
      return Object.fromEntries(found);
    },
    /** A commit was written: what it included is no longer ahead of anything. */
    forget(changes: Changes): void {
      for (const collection of collections) written.delete(changes[collection]?.put ?? []);
    },
  };
}
