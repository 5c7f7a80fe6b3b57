import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { policyIdSchema } from '#domain/ids.ts';
import { createBackend } from '../app.ts';
import { quickPasswords } from '../hosts/test.ts';
import { makeWorld } from '../scenarios/scenarios.ts';
import { everyRun } from '../services/every-run.ts';
import { openStore } from './indexed-db-store.ts';
import { collections, type Store } from './store.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const small = () => makeWorld('small', now);
const marker = 'vesper';

async function rename(store: Store, name: string) {
  const before = await store.get('policies', 'berlin');
  if (!before) throw new Error('no policy');
  await store.commit({ policies: { put: [{ ...before, name }] } });
}

describe('a world kept in IndexedDB', () => {
  test('a committed change is there when the store is opened again', async () => {
    await rename(await openStore('kept', small), 'Kept');
    const again = await openStore('kept', () => {
      throw new Error('a kept world is not made anew');
    });
    expect(again.persistence).toBe('indexed-db');
    expect(await again.get('policies', 'berlin')).toMatchObject({ name: 'Kept' });
  });

  test('killed at any moment, nothing answered is lost and nothing half-written is read', async () => {
    for (let round = 0; round < 40; round += 1) {
      const name = `killed-${String(round)}`;
      const app = createBackend({
        store: await openStore(name, small),
        realNow: () => now,
        passwords: quickPasswords,
        makeWorld,
      });
      let acknowledged = 0;
      const saves = Array.from({ length: 4 }, async (_, i) => {
        const response = await app.request('/api/v1/detections', {
          method: 'POST',
          body: JSON.stringify({
            deviceId: 'ber-ws-0001',
            objects: [{ fileName: `f${String(i)}`, md5: 'a'.repeat(32) }],
          }),
        });
        if (response.status === 201) acknowledged += 1;
      });
      await saves[round % 4];
      const answered = acknowledged;
      // The tab is gone here: whoever opens the store next sees what the disk has.
      const after = await openStore(name, small);
      const tasks = await after.all('tasks');
      expect(tasks.length).toBeGreaterThanOrEqual(answered);
      for (const task of tasks) {
        expect((await everyRun(after)).filter(({ taskId }) => taskId === task.id)).toHaveLength(3);
        expect(await after.get('detections', task.detectionId)).toBeDefined();
      }
      await Promise.all(saves);
    }
  });

  test('data of an unknown version is set aside untouched, and the new world is kept beside it', async () => {
    await rename(await openStore('older', small), 'Written by another version');
    const database = await openDB('older');
    await database.put('vesper', 99, 'version');
    database.close();
    const store = await openStore('older', small);
    expect(store.setAside).toBe(true);
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    await rename(store, 'New');
    const raw = await openDB('older');
    expect(await raw.get('policies', policyIdSchema.parse('berlin'))).toMatchObject({
      name: 'Written by another version',
    });
    raw.close();
    expect(await (await openStore('older', small)).get('policies', 'berlin')).toMatchObject({ name: 'New' });
  });

  test.each([
    ['of a newer version of the database', 7, [marker, ...collections]],
    ['with other tables', 1, ['something-else']],
  ])('data %s is set aside untouched too', async (what, version, tables) => {
    const name = `foreign ${what}`;
    const foreign = await openDB(name, version, {
      upgrade(database) {
        for (const table of tables) database.createObjectStore(table);
      },
    });
    await foreign.put(tables[0] ?? '', 'theirs', 'kept');
    foreign.close();
    const store = await openStore(name, small);
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: true });
    await store.replace(small());
    const raw = await openDB(name);
    expect(raw.version).toBe(version);
    expect(await raw.get(tables[0] ?? '', 'kept')).toBe('theirs');
    raw.close();
  });

  test('where the place beside is taken by an unknown version as well, that one stays untouched', async () => {
    for (const name of ['taken', 'taken-v1']) {
      await openStore(name, small);
      const database = await openDB(name);
      await database.put(marker, 98, 'version');
      database.close();
    }
    const store = await openStore('taken', small);
    await store.replace(small());
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: true });
    const raw = await openDB('taken-v1');
    expect(await raw.get(marker, 'version')).toBe(98);
    raw.close();
  });

  test('what the disk refuses is not changed in memory either', async () => {
    const store = await openStore('refused', small);
    const policy = await store.get('policies', 'berlin');
    if (!policy) throw new Error('no policy');
    const uncloneable = Object.assign({ ...policy, name: 'Refused' }, { broken: () => undefined });
    await expect(store.commit({ policies: { put: [uncloneable] } })).rejects.toMatchObject({ kind: 'storage-failed' });
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
  });

  test('a commit that fails half-way leaves nothing on the disk', async () => {
    const store = await openStore('half', small);
    const [first, second] = await store.all('policies');
    if (!first || !second) throw new Error('no policies');
    const uncloneable = Object.assign({ ...second }, { broken: () => undefined });
    await expect(store.commit({ policies: { put: [{ ...first, name: 'Half' }, uncloneable] } })).rejects.toThrow();
    expect(await (await openStore('half', small)).get('policies', first.id)).toMatchObject({ name: first.name });
  });

  test('nobody reads a change before the disk has it', async () => {
    const store = await openStore('pending', small);
    const saved = rename(store, 'Pending');
    await Promise.resolve();
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    await saved;
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Pending' });
  });

  test('where IndexedDB is missing the world lives in memory and says so', async () => {
    const kept = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const store = await openStore('none', small);
    globalThis.indexedDB = kept;
    expect(store.persistence).toBe('memory');
  });
});
