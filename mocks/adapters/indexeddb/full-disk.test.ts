import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import type { Disk } from './disk.ts';
import { openStore } from './indexed-db-store.ts';
import { entriesOf, now, open, recipe, rename } from './store-fixtures.ts';

const aDisk = (fault: Disk['fault'] = null): Disk => ({ fault });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a disk that takes nothing', () => {
  test.each(['full', 'refused'] as const)('(%s) lets the work go on in memory, and it is said', async (fault) => {
    const disk = aDisk(fault);
    const store = await openStore(fault, recipe, now, { disk });
    expect(store).toMatchObject({ persistence: 'indexed-db', fallbackReason: null });
    await rename(store, 'In memory');
    expect(store).toMatchObject({ persistence: 'memory', fallbackReason: fault });
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'In memory' });
    expect(await entriesOf(fault)).toEqual([]);
  });

  test('gets everything it did not take, in one step, once it takes something again', async () => {
    const disk = aDisk();
    const store = await openStore('again', recipe, now, { disk });
    await rename(store, 'On the disk');
    disk.fault = 'full';
    await rename(store, 'First');
    await rename(store, 'Labs 2', 'labs');
    disk.fault = null;
    await store.commit({});
    expect(store).toMatchObject({ persistence: 'indexed-db', fallbackReason: null });
    expect(await entriesOf('again')).toHaveLength(2);
    const after = await open('again');
    expect(await after.get('policies', 'berlin')).toMatchObject({ name: 'First' });
    expect(await after.get('policies', 'labs')).toMatchObject({ name: 'Labs 2' });
  });

  test('gets a world that was put back meanwhile, with what was done in it', async () => {
    const disk = aDisk();
    const store = await openStore('put back', recipe, now, { disk });
    await rename(store, 'Before');
    disk.fault = 'refused';
    await store.replace(makeWorld('small', now));
    await rename(store, 'Labs 2', 'labs');
    disk.fault = null;
    await store.commit({});
    const after = await open('put back');
    expect(await after.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    expect(await after.get('policies', 'labs')).toMatchObject({ name: 'Labs 2' });
  });

  test('is known by what the browser itself says at the end of a transaction', async () => {
    const store = await open('quota');
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await rename(store, 'In memory');
    expect(store.fallbackReason).toBe('full');
    full.mockRestore();
    await store.commit({});
    expect(store.fallbackReason).toBeNull();
    expect(await (await open('quota')).get('policies', 'berlin')).toMatchObject({ name: 'In memory' });
  });
});

test('a database that a newer version took is no full disk: nothing is changed, not even in memory', async () => {
  const store = await open('taken away');
  (await openDB('taken away', 2)).close();
  await expect(rename(store, 'After')).rejects.toMatchObject({ kind: 'outdated' });
  expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
  expect(store.fallbackReason).toBeNull();
});

test('the world says where it is kept, and trying again says whether that helped', async () => {
  const disk = aDisk('full');
  const backend = createTestApp(undefined, undefined, await openStore('told', recipe, now, { disk }));
  await backend.call('setClock', { body: { command: 'pause' } });
  expect((await backend.call('world')).body).toMatchObject({ persistence: 'memory', unstored: 'full' });
  await backend.call('storeWorld');
  expect((await backend.call('world')).body).toMatchObject({ persistence: 'memory', unstored: 'full' });
  disk.fault = null;
  await backend.call('storeWorld');
  expect((await backend.call('world')).body).toMatchObject({ persistence: 'indexed-db', unstored: null });
});
