import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, type IDBPDatabase } from 'idb';
import { expect, test, vi } from 'vitest';
import { openStore } from './indexed-db-store.ts';
import { entriesOf, marker, now, open, recipe, rename } from './store-fixtures.ts';
import { withinLimit } from './time-limit.ts';

const openingMs = 50;
const openWithin = (name: string) => openStore(name, recipe, now, { openingMs });

/** What a worker leaves behind that ends within a transaction, in an engine that never ends it. */
function unendingTransaction(database: IDBPDatabase) {
  const transaction = database.transaction(marker, 'readwrite');
  let ended = false;
  const goOn = async (): Promise<void> => {
    await transaction.store.get('version');
    if (!ended) await goOn();
  };
  const going = goOn();
  return async () => {
    ended = true;
    await going;
    await transaction.done;
  };
}

test('a transaction of a dead worker that never ends is told as no answer, and the world is there once it has ended', async () => {
  await rename(await open('held'), 'Kept');
  const database = await openDB('held');
  const end = unendingTransaction(database);
  await expect(openWithin('held')).rejects.toMatchObject({ kind: 'storage-not-answering' });
  await end();
  database.close();
  const store = await open('held');
  expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Kept' });
});

test('so is an open that waits behind another tab, which no event tells of; it does not come back to hold the database', async () => {
  await rename(await open('blocked'), 'Kept');
  // It keeps the database though somebody wants to delete it, and nobody else is let in before that is done.
  const keeps = await openDB('blocked');
  const deleted = new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('blocked');
    request.addEventListener('success', resolve);
    request.addEventListener('error', reject);
  });
  await expect(openWithin('blocked')).rejects.toMatchObject({ kind: 'storage-not-answering' });
  keeps.close();
  await deleted;
  // The open that came too late is closed: who wants the database now is not blocked by it.
  await expect(openDB('blocked', 2, { blocked: () => expect.unreachable('blocked') })).resolves.toBeDefined();
});

test('a connection that was closed and does not open again in time lets the work go on in memory, until it does', async () => {
  const opening = vi.spyOn(IDBFactory.prototype, 'open');
  // Long enough for a busy machine to open it once it can.
  const store = await openStore('hanging', recipe, now, { openingMs: 1_000 });
  const [opened] = opening.mock.results.flatMap((result) => (result.type === 'return' ? [result.value] : []));
  opening.mockRestore();
  const database = await openDB('hanging');
  const end = unendingTransaction(database);
  // Its types ask for the class where it takes a connection.
  Reflect.apply(forceCloseDatabase, undefined, [opened?.result]);
  await rename(store, 'In memory');
  expect(store.fallbackReason).toBe('refused');
  await end();
  database.close();
  await store.commit({});
  expect(store.fallbackReason).toBeNull();
  expect(await (await open('hanging')).get('policies', 'berlin')).toMatchObject({ name: 'In memory' });
});

test('an open that is only slow is waited for', async () => {
  await rename(await open('slow'), 'Kept');
  const store = await openStore('slow', recipe, now, { openingMs: 60_000 });
  expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Kept' });
  expect(await entriesOf('slow')).toHaveLength(1);
});

test('no timer is left behind by an answer, and what comes too late is handed over', async () => {
  vi.useFakeTimers();
  expect(await withinLimit(Promise.resolve(1), 1_000, () => undefined)).toBe(1);
  await Promise.resolve();
  expect(vi.getTimerCount()).toBe(0);
  const late: number[] = [];
  const slow = new Promise<number>((resolve) => setTimeout(resolve, 2_000, 2));
  const answer = withinLimit(slow, 1_000, (value) => late.push(value));
  const rejection = expect(answer).rejects.toMatchObject({ name: 'NotAnswering' });
  await vi.advanceTimersByTimeAsync(2_000);
  await rejection;
  expect(late).toEqual([2]);
  vi.useRealTimers();
});
