import type { IDBPDatabase } from 'idb';

/** A connection to a database, which a browser may close: when the computer sleeps, under pressure, when data is cleared. */
export interface Reopening {
  /** The last one opened; it may be closed. */
  current(): IDBPDatabase;
  /** Does something on an open connection; where that fails since it was closed, once more on a new one. */
  use<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T>;
}

/** @param open opens the database again; what it throws, `use` throws */
export function reopening(first: IDBPDatabase, open: () => Promise<IDBPDatabase>): Reopening {
  let database = first;
  return {
    current: () => database,
    async use(work) {
      try {
        return await work(database);
      } catch (error) {
        if (!isOfConnection(error)) throw error;
        database = await open();
        return work(database);
      }
    },
  };
}

// Of a closed connection: no transaction begins (InvalidStateError), and one that had begun is aborted, so that nothing of it is on
// the disk (AbortError). WebKit says UnknownError where its process for databases was ended.
// https://www.w3.org/TR/IndexedDB/#closing-connection
const isOfConnection = (error: unknown): boolean =>
  error instanceof DOMException && ['InvalidStateError', 'AbortError', 'UnknownError'].includes(error.name);
