import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { policyIdSchema } from '#domain/ids.ts';
import { createBackend } from '../app.ts';
import { makeWorld } from '../scenarios/scenarios.ts';
import { openStore } from './indexed-db-store.ts';
import type { Store } from './store.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const small = () => makeWorld('small', now);

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
      const app = createBackend({ store: await openStore(name, small), realNow: () => now, makeWorld });
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
        expect(await after.where('runs', 'taskId', task.id)).toHaveLength(3);
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

  test('what the disk refuses is not changed in memory either', async () => {
    const store = await openStore('refused', small);
    const policy = await store.get('policies', 'berlin');
    if (!policy) throw new Error('no policy');
    const uncloneable = Object.assign({ ...policy, name: 'Refused' }, { broken: () => undefined });
    await expect(store.commit({ policies: { put: [uncloneable] } })).rejects.toThrow();
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
  });

  test('where IndexedDB is missing the world lives in memory and says so', async () => {
    const kept = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const store = await openStore('none', small);
    globalThis.indexedDB = kept;
    expect(store.persistence).toBe('memory');
  });
});
