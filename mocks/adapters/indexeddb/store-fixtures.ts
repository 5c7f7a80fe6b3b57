import { openDB } from 'idb';
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
