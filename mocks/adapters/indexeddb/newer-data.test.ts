import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { createBackend } from '#backend/app.ts';
import { createFailedBackend } from '#mocks/hosts/failed-backend.ts';
import { quickPasswords } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { openStore } from './indexed-db-store.ts';
import { entriesOf, marker, now, open, recipe, rename } from './store-fixtures.ts';

const older = '2026-11-24T08:00:00.000Z';
const newer = '2026-11-24T09:00:00.000Z';
const openAs = (name: string, build: string) => openStore(name, recipe, now, { build });

/** Everything that lies in a database, and how many there are in all. */
async function onDisk(name: string) {
  const database = await openDB(name);
  const current = { version: database.version, markers: await database.getAll(marker), entries: await entriesOf(name) };
  database.close();
  return { ...current, databases: (await indexedDB.databases()).length };
}

describe('data of a newer version', () => {
  test.each([
    ['of the store', (name: string) => put(name, 99, 'version')],
    ['of the world that the journal is over', (name: string) => put(name, { ...origin, recipe: 99 }, 'origin')],
    ['of the console, as a later build', (name: string) => put(name, '9999', 'build')],
    ['of the database', (name: string) => raised(name)],
  ])('%s is refused, and nothing is touched: neither it nor a place beside', async (what, make) => {
    const name = `newer ${what}`;
    await rename(await open(name), 'Theirs');
    await make(name);
    const before = await onDisk(name);
    await expect(open(name)).rejects.toMatchObject({ kind: 'newer-data' });
    expect(await onDisk(name)).toEqual(before);
  });

  test('is what every request is told of', async () => {
    await open('told');
    await put('told', 99, 'version');
    const app = await open('told').then(
      (store) =>
        createBackend({ store, realNow: () => now, passwords: quickPasswords, makeWorld, reportError: console.error }),
      createFailedBackend,
    );
    const answer = await app.request('/api/v1/world');
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ type: '/problems/newer-data' });
  });
});

describe('two builds of the console', () => {
  test('the later one takes the data over as it is; from then on the earlier one writes nothing', async () => {
    const first = await openAs('builds', older);
    await rename(first, 'By the older build');
    const second = await openAs('builds', newer);
    expect(second).toMatchObject({ setAside: false });
    expect(await second.get('policies', 'berlin')).toMatchObject({ name: 'By the older build' });
    const before = await entriesOf('builds');
    await expect(rename(first, 'Too late')).rejects.toMatchObject({ kind: 'outdated' });
    await expect(first.replace(makeWorld('small', now))).rejects.toMatchObject({ kind: 'outdated' });
    expect(await entriesOf('builds')).toEqual(before);
    expect(await first.get('policies', 'berlin')).toMatchObject({ name: 'By the older build' });
    await rename(second, 'By the newer build');
    expect(await entriesOf('builds')).toHaveLength(before.length + 1);
  });

  test('the earlier one, opened again, is refused; the same one is not', async () => {
    await openAs('again', newer);
    await expect(openAs('again', older)).rejects.toMatchObject({ kind: 'newer-data' });
    await expect(openAs('again', newer)).resolves.toMatchObject({ persistence: 'indexed-db' });
  });
});

const origin = { scenario: recipe.scenario, recipe: recipe.version, madeFromMs: now };

async function put(name: string, value: unknown, key: string) {
  const database = await openDB(name);
  await database.put(marker, value, key);
  database.close();
}

async function raised(name: string) {
  (await openDB(name, 7)).close();
}
