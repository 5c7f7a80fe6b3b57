import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB } from 'idb';
import { vi } from 'vitest';
import { recipeOf } from '#mocks/seed/scenarios.ts';
import { openStore } from './indexed-db-store.ts';
import type { Entry } from './journal-length.ts';
import { collections, type Store } from '#backend/ports/store.ts';

// What the tests of the kept worlds share: how a world is opened, changed, and looked at on the disk.

export const now = Date.parse('2026-11-24T12:00:00Z');
export const recipe = recipeOf('small');
export const open = (name: string, realMs = now) => openStore(name, recipe, realMs);
export const marker = 'vesper';
export const journal = 'journal';

/** What is in the journal, as it lies on the disk. */
export async function entriesOf(name: string): Promise<Entry[]> {
  const database = await openDB(name);
  const entries = (await database.getAll(journal)) as Entry[];
  database.close();
  return entries;
}

export const contents = (store: Store) => Promise.all(collections.map((collection) => store.all(collection)));

export async function rename(store: Store, name: string, policy = 'berlin') {
  const before = await store.get('policies', policy);
  if (!before) throw new Error('no policy');
  await store.commit({ policies: { put: [{ ...before, name }] } });
}

/**
 * Tracks the connections that are opened from here on.
 * @returns a function that closes them, as a browser does under pressure or when the computer sleeps:
 * https://www.w3.org/TR/IndexedDB/#closing-connection
 */
export function trackConnections(): () => void {
  const opening = vi.spyOn(IDBFactory.prototype, 'open');
  return () => {
    const requests = opening.mock.results.flatMap((result) => (result.type === 'return' ? [result.value] : []));
    opening.mockClear();
    // The types of fake-indexeddb ask for the class where the function takes a connection.
    for (const { result } of requests) Reflect.apply(forceCloseDatabase, undefined, [result]);
  };
}
