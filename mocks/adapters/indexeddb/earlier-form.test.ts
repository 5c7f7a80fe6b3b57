import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { stateAt } from '#domain/response/run.ts';
import { createBackend } from '#backend/app.ts';
import { quickPasswords } from '#mocks/testing/test-app.ts';
import type { RunCase } from '#backend/ports/run-records.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { allRunsOf } from '#backend/queries/testing/all-runs.ts';
import { storeVersion } from './journal-database.ts';
import { contents, entriesOf, journal, marker, now, open, rename } from './store-fixtures.ts';

describe('data of version 4, which kept when a run was started by hand and not by whom', () => {
  /** What is kept under a name, written as version 4 wrote it. */
  async function asVersion4(name: string) {
    const store = await open(name);
    const app = createBackend({
      store,
      realNow: () => now,
      passwords: quickPasswords,
      makeWorld,
      reportError: console.error,
    });
    const post = (path: string, body: unknown) =>
      app.request(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('/detections', { deviceId: 'ber-ws-0001', objects: [{ fileName: 'f', md5: 'a'.repeat(32) }] });
    await post('/tasks/task-0001/start', { runs: ['task-0001.ber-ws-0001'] });
    const database = await openDB(name);
    const keys = await database.getAllKeys(journal);
    for (const [i, entry] of (await entriesOf(name)).entries()) {
      const runs = { put: entry.changes.runs?.put?.map((block) => ({ ...block, cases: block.cases.map(earlier) })) };
      await database.put(journal, { ...entry, changes: { ...entry.changes, runs } }, keys[i]);
    }
    await database.put(marker, 4, 'version');
    database.close();
    expect(JSON.stringify(await entriesOf(name))).toContain(`"startedByHandMs":${String(now)}`);
  }
  const earlier = ({ startedByHand, ...rest }: RunCase) => ({ ...rest, startedByHandMs: startedByHand?.atMs ?? null });
  const startsByHand = async (name: string) => {
    const store = await open(name);
    expect(store.setAside).toBe(false);
    return (await allRunsOf(store)).map(({ deviceId, startedByHand }) => [deviceId, startedByHand]);
  };

  test('is read as it was: nothing is lost, and who started a run stays open', async () => {
    await asVersion4('version-4');
    const expected = [
      ['ber-ws-0001', { atMs: now, by: null }],
      ['ber-ws-0002', null],
      ['ber-ws-0003', null],
    ];
    expect(await startsByHand('version-4')).toEqual(expected);
    const database = await openDB('version-4');
    expect(await database.get(marker, 'version')).toBe(storeVersion);
    database.close();
    expect(await startsByHand('version-4')).toEqual(expected);
  });

  test('is read too where a tab of that version goes on writing after this one has opened it', async () => {
    await asVersion4('both');
    const database = await openDB('both');
    await database.put(marker, storeVersion, 'version');
    database.close();
    expect((await startsByHand('both'))[0]).toEqual(['ber-ws-0001', { atMs: now, by: null }]);
  });
});

describe('data of a version that took PST for a time zone', () => {
  test('opens: a run that waited for a person there starts nothing, and says why; one that started stays as it was', async () => {
    const name = 'pst';
    const store = await open(name);
    const app = createBackend({
      store,
      realNow: () => now,
      passwords: quickPasswords,
      makeWorld,
      reportError: console.error,
    });
    const post = (path: string, body: unknown) =>
      app.request(`/api/v1${path}`, { method: 'POST', body: JSON.stringify(body) });
    await post('/detections', { deviceId: 'ber-ws-0001', objects: [{ fileName: 'f', md5: 'a'.repeat(32) }] });
    await post('/tasks/task-0001/start', { runs: ['task-0001.ber-ws-0001'] });
    const database = await openDB(name);
    const keys = await database.getAllKeys(journal);
    const inPst = (one: RunCase): RunCase => ({ ...one, zone: 'PST', plan: { kind: 'never', because: 'manual' } });
    for (const [i, entry] of (await entriesOf(name)).entries()) {
      const runs = { put: entry.changes.runs?.put?.map((block) => ({ ...block, cases: block.cases.map(inPst) })) };
      await database.put(journal, { ...entry, changes: { ...entry.changes, runs } }, keys[i]);
    }
    database.close();
    const opened = (await allRunsOf(await open(name))).map((run) => [
      run.deviceId,
      run.plan.because,
      stateAt(run, now),
    ]);
    expect(opened).toEqual([
      ['ber-ws-0001', 'manual', 'running'],
      ['ber-ws-0002', 'zone-unknown', 'zone-unknown'],
      ['ber-ws-0003', 'zone-unknown', 'zone-unknown'],
    ]);
  });
});

test('data of version 5, which wrote each commit whole, is read as it was, and noted as today’s', async () => {
  const store = await open('version-5');
  await rename(store, 'By version 5');
  const database = await openDB('version-5');
  await database.put(marker, 5, 'version');
  const again = await open('version-5');
  expect(again.setAside).toBe(false);
  expect(await contents(again)).toEqual(await contents(store));
  expect(await database.get(marker, 'version')).toBe(storeVersion);
  database.close();
});
