import { afterEach, describe, expect, test, vi } from 'vitest';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { contents, entriesOf, now, open, rename } from './store-fixtures.ts';
import type { Store } from '#backend/ports/store.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a long journal', () => {
  const saves = 201;
  const last = `Berlin ${String(saves)}`;

  async function aLongOne(name: string): Promise<Store> {
    const store = await open(name);
    await store.commit({ policies: { remove: ['labs'] } });
    for (let i = 2; i <= saves; i += 1) await rename(store, `Berlin ${String(i)}`);
    return store;
  }

  test('is merged while one works, in which nothing is lost', async () => {
    const store = await aLongOne('merged');
    // What is written now stands in line behind the merging.
    await store.commit({ policies: { remove: ['travellers'] } });
    const entries = await entriesOf('merged');
    expect(entries.map(({ whole }) => whole)).toEqual([true, false]);
    expect(entries[0]?.changes.policies?.put).toHaveLength(1);
    const again = await open('merged');
    expect(await again.get('policies', 'berlin')).toMatchObject({ name: last });
    expect(await contents(again)).toEqual(await contents(store));
  });

  test('is merged as it is opened', async () => {
    // Each store counts what was there when it was opened, and its own commits.
    const tabs = [await open('long'), await open('long'), await open('long')];
    for (const [tab, store] of tabs.entries()) {
      for (let i = 0; i < 70; i += 1) await rename(store, `Berlin ${String(tab)}.${String(i)}`);
    }
    expect(await entriesOf('long')).toHaveLength(210);
    expect(await (await open('long')).get('policies', 'berlin')).toMatchObject({ name: 'Berlin 2.69' });
    expect(await entriesOf('long')).toHaveLength(1);
    expect(await (await open('long')).get('policies', 'berlin')).toMatchObject({ name: 'Berlin 2.69' });
  });

  test('that cannot be merged stays as it is', async () => {
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
      if ((value as { whole: boolean }).whole) throw new DOMException('The disk is full.', 'QuotaExceededError');
      return this.put(value);
    });
    const store = await aLongOne('unmerged');
    await store.commit({ policies: { remove: ['travellers'] } });
    expect(add).toHaveBeenCalled();
    expect(await entriesOf('unmerged')).toHaveLength(saves + 1);
    expect(await (await open('unmerged')).get('policies', 'berlin')).toMatchObject({ name: last });
  });
});

describe('a world put in place of another', () => {
  test('the scenario’s own world is not written: the journal is empty again, and the clock begins anew', async () => {
    const store = await open('reset');
    await rename(store, 'Before');
    await store.replace(makeWorld('small', now + 5_000));
    expect(await entriesOf('reset')).toEqual([]);
    for (const stored of [store, await open('reset')]) {
      expect(await stored.get('policies', 'berlin')).toMatchObject({ name: 'Berlin' });
      expect((await stored.get('server', 'server'))?.clock.realMs).toBe(now + 5_000);
    }
  });

  test('any other world is there when the store is opened again, whole, with what was saved since', async () => {
    const store = await open('other');
    await store.replace(makeWorld('crowded', now));
    await rename(store, 'Renamed', 'baseline');
    const again = await open('other');
    expect(await contents(again)).toEqual(await contents(store));
    expect(await again.get('policies', 'berlin')).toBeUndefined();
    expect(await again.all('devices')).toHaveLength(10_000);
    expect(await again.get('policies', 'baseline')).toMatchObject({ name: 'Renamed' });
  });

  test('is replaced wholly or not at all', async () => {
    const store = await open('whole');
    await rename(store, 'Before');
    const world = makeWorld('crowded', now);
    const broken = Object.assign({ ...world.devices[0] }, { broken: () => undefined });
    const devices = [...world.devices.slice(1), broken] as typeof world.devices;
    await expect(store.replace({ ...world, devices })).rejects.toMatchObject({ kind: 'storage-failed' });
    for (const stored of [store, await open('whole')]) {
      expect(await stored.get('policies', 'berlin')).toMatchObject({ name: 'Before' });
      expect(await stored.all('devices')).toHaveLength(7);
    }
  });
});
