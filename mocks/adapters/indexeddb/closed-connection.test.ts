import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { openStore } from './indexed-db-store.ts';
import { contents, entriesOf, now, open, recipe, rename, trackConnections } from './store-fixtures.ts';

let closeAll: () => void;

beforeEach(() => {
  closeAll = trackConnections();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** What *Clear site data* does: every connection is closed, and its database deleted. */
async function clear(name: string) {
  closeAll();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}

describe('a connection that the browser closed', () => {
  test('is opened again by the next commit, which is stored beside those before', async () => {
    const store = await open('closed');
    await rename(store, 'Before');
    closeAll();
    await rename(store, 'Labs 2', 'labs');
    expect(store).toMatchObject({ persistence: 'indexed-db', fallbackReason: null });
    expect(await entriesOf('closed')).toHaveLength(2);
    expect(await contents(await open('closed'))).toEqual(await contents(store));
  });

  test('in the middle of a commit loses nothing of it and does nothing twice', async () => {
    const store = await open('middle');
    const saved = rename(store, 'During');
    await Promise.resolve();
    closeAll();
    await saved;
    expect(store.fallbackReason).toBeNull();
    expect(await entriesOf('middle')).toHaveLength(1);
    expect(await (await open('middle')).get('policies', 'berlin')).toMatchObject({ name: 'During' });
  });

  test('and cannot be opened again lets the work go on in memory, and it is said; later all of it is stored', async () => {
    const store = await open('lost');
    await rename(store, 'Before');
    closeAll();
    const refused = vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(() => {
      throw new DOMException('The connection to the database server was lost.', 'UnknownError');
    });
    await rename(store, 'In memory');
    await rename(store, 'Labs 2', 'labs');
    expect(store).toMatchObject({ persistence: 'memory', fallbackReason: 'refused' });
    refused.mockRestore();
    await store.commit({});
    expect(store.fallbackReason).toBeNull();
    expect(await contents(await open('lost'))).toEqual(await contents(store));
  });
});

describe('a storage that was cleared', () => {
  test('gets all that was acknowledged with the next commit', async () => {
    const store = await open('cleared');
    await rename(store, 'Before');
    await store.commit({ policies: { remove: ['labs'] } });
    await clear('cleared');
    await rename(store, 'After');
    expect(store).toMatchObject({ persistence: 'indexed-db', fallbackReason: null });
    const again = await open('cleared', now + 3_600_000);
    expect(again).toMatchObject({ setAside: false });
    expect(await contents(again)).toEqual(await contents(store));
    await rename(store, 'Later');
    expect(await contents(await open('cleared'))).toEqual(await contents(store));
  });

  test('gets what was read from it when it was opened, too', async () => {
    await rename(await open('read'), 'Before');
    const store = await open('read');
    await clear('read');
    await rename(store, 'Labs 2', 'labs');
    expect(await contents(await open('read'))).toEqual(await contents(store));
  });

  test.each([
    ['the scenario’s world, put back', () => makeWorld('small', now + 60_000)],
    ['another world', () => ({ ...makeWorld('small', now), policies: [] })],
  ])('gets %s', async (what, world) => {
    const name = `replaced by ${what}`;
    const store = await open(name);
    await rename(store, 'Gone');
    await store.replace(world());
    await clear(name);
    await store.commit({ devices: { remove: ['lab-ws-1'] } });
    expect(await contents(await open(name))).toEqual(await contents(store));
  });

  test('in which another tab began anew is not touched: the work goes on in memory, and it is said', async () => {
    const store = await open('anew');
    await rename(store, 'Mine');
    await clear('anew');
    const theirs = await open('anew', now + 1_000);
    await rename(theirs, 'Theirs');
    await rename(store, 'Mine again');
    expect(store).toMatchObject({ persistence: 'memory', fallbackReason: 'replaced' });
    await store.replace(makeWorld('small', now));
    await rename(store, 'Mine once more');
    expect(store.fallbackReason).toBe('replaced');
    expect(await (await open('anew')).get('policies', 'berlin')).toMatchObject({ name: 'Theirs' });
    await rename(theirs, 'Theirs again');
    expect(theirs.fallbackReason).toBeNull();
  });

  test('by a newer build, which has the database since, is not touched either', async () => {
    const store = await openStore('newer', recipe, now, { build: '2026-01-01' });
    await clear('newer');
    const theirs = await openStore('newer', recipe, now, { build: '2026-02-01' });
    await rename(theirs, 'Theirs');
    await expect(rename(store, 'Mine')).rejects.toMatchObject({ kind: 'outdated' });
    expect(
      await (await openStore('newer', recipe, now, { build: '2026-02-01' })).get('policies', 'berlin'),
    ).toMatchObject({ name: 'Theirs' });
  });
});

test('a world that was reset by another worker is not mixed with what was done in the one before', async () => {
  const [one, other] = [await open('two workers'), await open('two workers')];
  await one.replace(makeWorld('small', now));
  await rename(other, 'Over the world before');
  expect(other.fallbackReason).toBe('replaced');
  expect(await (await open('two workers')).get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
});

test('no answer holds the words in which a browser refuses', async () => {
  const backend = createTestApp(undefined, undefined, await open('words'));
  const words = 'The database connection is closing.';
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
    throw new DOMException(words, 'DataError');
  });
  const refused = await backend.ask('setClock', { body: { command: 'pause' } });
  expect(refused.status).toBe(503);
  expect(JSON.stringify(refused.body)).not.toContain(words);
});
