import { openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createBackend } from '#backend/app.ts';
import { quickPasswords } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { allRunsOf } from '#backend/queries/testing/all-runs.ts';

import { openStore } from './indexed-db-store.ts';
import { contents, entriesOf, journal, marker, now, open, recipe, rename } from './store-fixtures.ts';
import { collections } from '#backend/ports/store.ts';
import { caseCount } from '#mocks/testing/depth.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a world kept in IndexedDB', () => {
  test('a committed change is there when the store is opened again, in a world from the same instant', async () => {
    await rename(await open('kept'), 'Kept');
    const again = await open('kept', now + 3_600_000);
    expect(again.persistence).toBe('indexed-db');
    expect(await again.get('policies', 'berlin')).toMatchObject({ name: 'Kept' });
    expect((await again.get('server', 'server'))?.clock.realMs).toBe(now);
  });

  test('what a scenario makes is not written: of a new world the disk holds no record, of a commit one entry', async () => {
    const store = await open('lean');
    expect(await entriesOf('lean')).toEqual([]);
    await store.commit({ policies: { remove: ['berlin', 'labs'] }, groups: { put: [] }, tasks: {} });
    expect(await entriesOf('lean')).toMatchObject([
      { changes: { policies: { remove: ['berlin', 'labs'] } }, whole: false },
    ]);
    await store.commit({ groups: { put: [] } });
    expect(await entriesOf('lean')).toHaveLength(1);
  });

  test('killed at any moment, nothing answered is lost and nothing half-written is read', async () => {
    for (let round = 0; round < caseCount(40); round += 1) {
      const name = `killed-${String(round)}`;
      const app = createBackend({
        store: await open(name),
        realNow: () => now,
        passwords: quickPasswords,
        reportError: console.error,
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
      const after = await open(name);
      const tasks = await after.all('tasks');
      expect(tasks.length).toBeGreaterThanOrEqual(answered);
      for (const task of tasks) {
        expect((await allRunsOf(after)).filter(({ taskId }) => taskId === task.id)).toHaveLength(3);
        expect(await after.get('detections', task.detectionId)).toBeDefined();
      }
      await Promise.all(saves);
    }
  });

  test('two that begin a world at once begin the same one, and keep what each of them saves', async () => {
    const [one, other] = await Promise.all([open('twins', now), open('twins', now + 60_000)]);
    expect(await contents(one)).toEqual(await contents(other));
    await rename(one, 'One');
    const draft = await other.get('policies', 'berlin-draft');
    if (!draft) throw new Error('no policy');
    await other.commit({ policies: { put: [{ ...draft, name: 'Other' }] } });
    const after = await open('twins');
    expect(await after.get('policies', 'berlin')).toMatchObject({ name: 'One' });
    expect(await after.get('policies', 'berlin-draft')).toMatchObject({ name: 'Other' });
  });

  test('a database in which nothing was noted yet, as of a browser killed at once, is begun', async () => {
    const made = await openDB('unborn', 1, {
      upgrade(database) {
        database.createObjectStore(marker);
        database.createObjectStore(journal, { autoIncrement: true });
      },
    });
    made.close();
    const store = await open('unborn');
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: false });
    await rename(store, 'Born');
    expect(await (await open('unborn')).get('policies', 'berlin')).toMatchObject({ name: 'Born' });
  });
});

describe('data that is not this version’s', () => {
  test('of an older version is set aside untouched, and the new world is kept beside it', async () => {
    await rename(await open('older'), 'Written by another version');
    const database = await openDB('older');
    await database.put(marker, 3, 'version');
    database.close();
    const before = await entriesOf('older');
    const store = await open('older');
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: true });
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    await rename(store, 'New');
    expect(await entriesOf('older')).toEqual(before);
    expect(await (await open('older')).get('policies', 'berlin')).toMatchObject({ name: 'New' });
  });

  test('a journal over the world of another recipe is set aside untouched too, and found again by its own', async () => {
    await rename(await open('recipe'), 'Over the first world');
    const next = { ...recipe, version: recipe.version + 1 };
    const store = await openStore('recipe', next, now);
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: true });
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    await rename(store, 'Over the second world');
    expect(await (await openStore('recipe', next, now)).get('policies', 'berlin')).toMatchObject({
      name: 'Over the second world',
    });
    const first = await open('recipe');
    expect(first.setAside).toBe(false);
    expect(await first.get('policies', 'berlin')).toMatchObject({ name: 'Over the first world' });
  });

  test.each([
    ['with other tables', 1, ['something-else']],
    ['of the version that kept each record by itself', 1, [marker, ...collections]],
  ])('%s is set aside untouched too', async (what, version, tables) => {
    const name = `foreign ${what}`;
    const foreign = await openDB(name, version, {
      upgrade(database) {
        for (const table of tables) database.createObjectStore(table);
      },
    });
    await foreign.put(tables[0] ?? '', 'theirs', 'kept');
    foreign.close();
    const store = await open(name);
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: true });
    await store.replace(makeWorld('small', now));
    const raw = await openDB(name);
    expect(raw.version).toBe(version);
    expect(await raw.get(tables[0] ?? '', 'kept')).toBe('theirs');
    raw.close();
  });

  test('where the place beside is taken by an older version as well, that one stays untouched', async () => {
    for (const name of ['taken', 'taken-v4.1']) {
      await open(name);
      const database = await openDB(name);
      await database.put(marker, 2, 'version');
      database.close();
    }
    const store = await open('taken');
    await store.replace(makeWorld('small', now));
    expect(store).toMatchObject({ persistence: 'indexed-db', setAside: true });
    const raw = await openDB('taken-v4.1');
    expect(await raw.get(marker, 'version')).toBe(2);
    raw.close();
  });
});

describe('what the disk refuses', () => {
  test('is not changed in memory either', async () => {
    const store = await open('refused');
    const policy = await store.get('policies', 'berlin');
    if (!policy) throw new Error('no policy');
    const uncloneable = Object.assign({ ...policy, name: 'Refused' }, { broken: () => undefined });
    await expect(store.commit({ policies: { put: [uncloneable] } })).rejects.toMatchObject({ kind: 'storage-failed' });
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
  });

  test('leaves nothing on the disk, not even what came before it in the same commit', async () => {
    const store = await open('half');
    const [first, second] = await store.all('policies');
    if (!first || !second) throw new Error('no policies');
    const uncloneable = Object.assign({ ...second }, { broken: () => undefined });
    await expect(store.commit({ policies: { put: [{ ...first, name: 'Half' }, uncloneable] } })).rejects.toThrow();
    expect(await entriesOf('half')).toEqual([]);
    expect(await (await open('half')).get('policies', first.id)).toMatchObject({ name: first.name });
  });

  test('without a reason, as it aborts the transaction, is in memory alone until it takes something again', async () => {
    const store = await open('aborted');
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
      const request = this.put(value);
      request.addEventListener('success', () => {
        this.transaction.abort();
      });
      return request;
    });
    await rename(store, 'In memory');
    add.mockRestore();
    expect(store.fallbackReason).toBe('refused');
    expect(await (await open('aborted')).get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    await store.commit({});
    expect(store.fallbackReason).toBeNull();
    expect(await (await open('aborted')).get('policies', 'berlin')).toMatchObject({ name: 'In memory' });
  });

  test('nobody reads a change before the disk has it', async () => {
    const store = await open('pending');
    const saved = rename(store, 'Pending');
    await Promise.resolve();
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
    await saved;
    expect(await store.get('policies', 'berlin')).toMatchObject({ name: 'Pending' });
  });

  test('where IndexedDB is missing the world lives in memory and says so', async () => {
    const stored = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const store = await open('none');
    globalThis.indexedDB = stored;
    expect(store.persistence).toBe('memory');
  });
});
