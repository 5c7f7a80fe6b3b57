import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { jobHeader } from '#contract/headers.ts';
import { deviceIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { createUnitOfWork } from '#backend/middleware/unit-of-work.ts';
import type { Disk } from './disk.ts';
import { openStore } from './indexed-db-store.ts';
import { contents, entriesOf, now, open, recipe, rename, trackConnections } from './store-fixtures.ts';
import type { Changes, Discard, Store } from '#backend/ports/store.ts';

let closeAll: () => void;

beforeEach(() => {
  closeAll = trackConnections();
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** New devices that fill several pieces, with one device removed and something small beside. */
async function aLargeChange(store: Store, length = 20_000): Promise<Changes> {
  const device = await store.get('devices', 'ber-ws-0001');
  const policy = await store.get('policies', 'berlin');
  if (!device || !policy) throw new Error('no device');
  const put = Array.from({ length }, (_, i) => ({
    ...device,
    id: deviceIdSchema.parse(`fleet-${String(i)}`),
    name: `FLEET-${String(i)}`,
  }));
  return { devices: { put, remove: ['ber-ws-0003'] }, policies: { put: [{ ...policy, name: 'Beside' }] } };
}

const noPause = () => Promise.resolve();

async function prepare(store: Store, changes: Changes, pause: () => Promise<void> = noPause): Promise<Discard> {
  if (!store.prepare) throw new Error('nothing can be prepared');
  return store.prepare(changes, pause);
}

const pendingOf = async (name: string) => (await entriesOf(name)).filter(({ pending }) => pending !== undefined);
const includedIn = async (name: string) =>
  (await entriesOf(name)).flatMap(({ includes }) => Object.values(includes ?? {}));
const reopened = async (name: string) => contents(await open(name));

/** Enough commits that the journal is merged. */
async function mergeByCommits(store: Store) {
  for (let i = 0; i < 201; i += 1) await rename(store, `Labs ${String(i)}`, 'labs');
  // What is written now stands in line behind the merging.
  await rename(store, 'Labs', 'labs');
}

describe('what is written ahead of a commit', () => {
  test('changes nothing that is read by itself, and is dropped as the journal is merged', async () => {
    const store = await open('alone');
    await rename(store, 'Before');
    const before = await contents(store);
    await prepare(store, await aLargeChange(store));
    expect((await pendingOf('alone')).length).toBeGreaterThan(2);
    expect(await contents(store)).toEqual(before);
    expect(await reopened('alone')).toEqual(before);
    await mergeByCommits(store);
    expect(await pendingOf('alone')).toEqual([]);
    expect(await reopened('alone')).toEqual(await contents(store));
  });

  test('counts in the commit that includes it, which itself is small; and once that is merged', async () => {
    const store = await open('included');
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    await rename(store, 'Between');
    await store.commit(changes);
    const last = (await entriesOf('included')).at(-1);
    expect(last).toMatchObject({ changes: { devices: { remove: ['ber-ws-0003'] } } });
    expect(last?.changes.devices?.put).toBeUndefined();
    expect(last?.bytes).toBeLessThan(5_000);
    expect(await store.all('devices')).toHaveLength(20_006);
    expect(await reopened('included')).toEqual(await contents(store));
    await store.commit({ devices: { remove: ['fleet-0'] } });
    expect(await reopened('included')).toEqual(await contents(store));
    await mergeByCommits(store);
    expect(await includedIn('included')).toEqual([]);
    expect(await reopened('included')).toEqual(await contents(store));
  });

  test('is known again in the one commit of a request, with its answer', async () => {
    const store = await open('as one');
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    const request = createUnitOfWork(store);
    await request.store.commit(changes);
    await request.commit({ answers: { put: [], remove: ['a'] } });
    expect(await includedIn('as one')).toHaveLength(1);
    expect(await reopened('as one')).toEqual(await contents(store));
  });

  test('is left to the commit where it is small', async () => {
    const store = await open('small');
    await prepare(store, await aLargeChange(store, 100));
    expect(await entriesOf('small')).toEqual([]);
  });

  test('is taken back where it is given up, or where the pause ends it', async () => {
    const store = await open('given up');
    const changes = await aLargeChange(store);
    const discard = await prepare(store, changes);
    await discard();
    expect(await entriesOf('given up')).toEqual([]);
    const pause = vi
      .fn(noPause)
      .mockResolvedValueOnce()
      .mockResolvedValueOnce()
      .mockRejectedValueOnce(new Error('end'));
    await expect(prepare(store, changes, pause)).rejects.toThrow('end');
    expect(await entriesOf('given up')).toEqual([]);
    await store.commit(changes);
    expect(await includedIn('given up')).toEqual([]);
    expect(await reopened('given up')).toEqual(await contents(store));
  });
});

test('killed after any transaction, the world is as before or as after', async () => {
  const transactionOf: unknown = Reflect.get(IDBDatabase.prototype, 'transaction');
  if (typeof transactionOf !== 'function') throw new Error('no transactions');
  const outcomes: string[] = [];
  for (let last = 0; last < 20 && outcomes.at(-1) !== 'after'; last += 1) {
    const name = `killed ${String(last)}`;
    const store = await open(name);
    await rename(store, 'Before');
    const before = await contents(store);
    const changes = await aLargeChange(store, 12_000);
    let count = 0;
    const killing = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
      this: IDBDatabase,
      ...requested
    ) {
      count += 1;
      if (count > last) throw new DOMException('The process was killed.', 'DataError');
      return Reflect.apply(transactionOf, this, requested) as IDBTransaction;
    });
    await prepare(store, changes);
    await store.commit(changes).catch(() => undefined);
    killing.mockRestore();
    const again = await open(name);
    const devices = await again.all('devices');
    outcomes.push(devices.length > 7 ? 'after' : 'before');
    if (outcomes.at(-1) === 'after') expect(await contents(again)).toEqual(await contents(store));
    else expect(await contents(again)).toEqual(before);
  }
  expect(outcomes.length).toBeGreaterThan(3);
  expect(outcomes.at(-1)).toBe('after');
});

describe('a journal that changes between the preparation and the commit', () => {
  test.each([
    ['merged by another tab', 0, async (name: string) => mergeByCommits(await open(name))],
    ['cleared', 0, clear],
    // The pieces are still there.
    [
      'closed',
      1,
      () => {
        closeAll();
        return Promise.resolve();
      },
    ],
  ])('%s: nothing is lost, and what is no longer there is written', async (what, included, change) => {
    const name = `journal ${what}`;
    const store = await open(name);
    await rename(store, 'Before');
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    await change(name);
    await store.commit(changes);
    expect(store.fallbackReason).toBeNull();
    expect(await (await open(name)).all('devices')).toEqual(await store.all('devices'));
    expect(await includedIn(name)).toHaveLength(included);
  });

  test('started over by the same store: all is written', async () => {
    const store = await open('over');
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    await store.replace(makeWorld('small', now + 1_000));
    await store.commit(changes);
    expect(await includedIn('over')).toEqual([]);
    expect(await reopened('over')).toEqual(await contents(store));
  });

  test('started over by another tab: nothing is written to it, neither ahead nor then', async () => {
    const [store, other] = [await open('theirs'), await open('theirs')];
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    await other.replace(makeWorld('small', now));
    await prepare(store, await aLargeChange(store));
    await store.commit(changes);
    expect(store.fallbackReason).toBe('replaced');
    expect(await entriesOf('theirs')).toEqual([]);
  });

  test('taken over by a newer build: nothing is written ahead, and the commit is refused', async () => {
    const store = await openStore('newer', recipe, now, { build: '2026-01-01' });
    await openStore('newer', recipe, now, { build: '2026-02-01' });
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    expect(await entriesOf('newer')).toEqual([]);
    await expect(store.commit(changes)).rejects.toMatchObject({ kind: 'outdated' });
  });
});

describe('a disk that is full', () => {
  test('before the commit: it is in memory, and stored with what was written ahead once there is room', async () => {
    const disk: Disk = { fault: null };
    const store = await openStore('full then', recipe, now, { disk });
    const changes = await aLargeChange(store);
    await prepare(store, changes);
    disk.fault = 'full';
    await store.commit(changes);
    await rename(store, 'In memory', 'labs');
    expect(store.fallbackReason).toBe('full');
    expect(await (await open('full then')).all('devices')).toHaveLength(7);
    disk.fault = null;
    await store.commit({});
    expect(await includedIn('full then')).toHaveLength(1);
    expect(await reopened('full then')).toEqual(await contents(store));
  });

  test('while it is prepared: what was written is deleted, and nothing is said before the commit', async () => {
    const disk: Disk = { fault: null };
    const store = await openStore('full meanwhile', recipe, now, { disk });
    const changes = await aLargeChange(store);
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    add.mockImplementationOnce(function (this: IDBObjectStore, value) {
      return this.put(value);
    });
    add.mockImplementationOnce(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await prepare(store, changes);
    add.mockRestore();
    expect(await entriesOf('full meanwhile')).toEqual([]);
    expect(store.fallbackReason).toBeNull();
    await store.commit(changes);
    expect(await reopened('full meanwhile')).toEqual(await contents(store));
  });
});

describe('an import', () => {
  const job = '0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a';
  const count = 10_000;
  const csv = `Name;Group path;Time zone\n${Array.from({ length: count }, (_, i) => `FLEET-${String(i)};Site ${String(i % 50)}/Floor 1;Asia/Tokyo\n`).join('')}`;
  const address = `/api/v1/inventory/import?valid=${String(count)}&created=${String(count)}&updated=0&newGroups=100`;
  const importing = (app: ReturnType<typeof createTestApp>['app']) =>
    app.request(address, { method: 'POST', body: csv, headers: { [jobHeader]: job } });

  /** Does something whenever a piece is written, before it is on the disk; as often as said. */
  function atPieces(times: number, work: () => void) {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add');
    let left = times;
    let last: unknown;
    add.mockImplementation(function (this: IDBObjectStore, value: { readonly pending?: string }) {
      if (value.pending !== undefined && value.pending !== last && left > 0) {
        last = value.pending;
        left -= 1;
        work();
      }
      return this.put(value);
    });
  }

  test('includes what it wrote ahead', async () => {
    const store = await open('import');
    expect((await importing(createTestApp(undefined, undefined, store).app)).status).toBe(200);
    const tokens = new Set((await pendingOf('import')).map(({ pending }) => pending));
    expect(new Set(await includedIn('import'))).toEqual(tokens);
    expect(tokens.size).toBeGreaterThan(0);
    expect(await reopened('import')).toEqual(await contents(store));
  });

  test('that is cancelled while it is written ahead leaves everything as before, and nothing on the disk', async () => {
    const store = await open('cancelled');
    const { app, request } = createTestApp(undefined, undefined, store);
    const before = await contents(store);
    atPieces(1, () => void request('DELETE', `/jobs/${job}`));
    const reply = await importing(app);
    expect(await reply.json()).toMatchObject({ type: '/problems/cancelled' });
    expect(await contents(store)).toEqual(before);
    expect(await reopened('cancelled')).toEqual(before);
    expect(await entriesOf('cancelled')).toEqual([]);
  });

  test.each([1, 100])(
    'that is overtaken while it is written ahead (%i times) is made all the same, and once',
    async (times) => {
      const name = `overtaken ${String(times)}`;
      const store = await open(name);
      atPieces(times, () => void rename(store, 'Overtaken'));
      expect((await importing(createTestApp(undefined, undefined, store).app)).status).toBe(200);
      const tokens = new Set((await pendingOf(name)).map(({ pending }) => pending));
      expect(new Set(await includedIn(name))).toEqual(tokens);
      expect(tokens.size > 0).toBe(times === 1);
      expect(await store.all('devices')).toHaveLength(count + 7);
      expect(await reopened(name)).toEqual(await contents(store));
    },
  );
});

/** What *Clear site data* does. */
async function clear(name: string) {
  closeAll();
  await new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = reject;
  });
}
