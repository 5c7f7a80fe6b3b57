import { expect, test } from 'vitest';
import { createBackend } from '#backend/app.ts';
import { makeWorld } from '../seed/scenarios.ts';
import type { Disk } from '../adapters/indexeddb/disk.ts';
import { openStore } from '../adapters/indexeddb/indexed-db-store.ts';
import { now, open as openKept, recipe } from '../adapters/indexeddb/store-fixtures.ts';
import { createRestartableWorker } from './restarting.ts';
import { quickPasswords } from '../testing/test-app.ts';
import type { BackendWorker } from './wire.ts';
import { sampleOf } from '../testing/depth.ts';

/** A worker over a database of its own; its lives are counted from 0, and those that have ended are listed. */
function aWorker(name: string) {
  const ended: number[] = [];
  let lives = 0;
  const open = async (disk: Disk) =>
    createBackend({
      store: await openStore(name, recipe, now, { disk }),
      realNow: () => now,
      passwords: quickPasswords,
      reportError: console.error,
      makeWorld,
    });
  const worker = createRestartableWorker(open, () => {
    const nth = lives;
    lives += 1;
    return { life: () => Promise.resolve(`life ${String(nth)}`), end: () => void ended.push(nth) };
  });
  return { worker, ended };
}

const ask = (worker: BackendWorker, method: string, path: string, body?: object) =>
  worker.handle({
    method,
    url: `http://vesper.test/api/v1${path}`,
    headers: [],
    body: body ? new TextEncoder().encode(JSON.stringify(body)).buffer : null,
    disk: null,
  });
const newGroup = (worker: BackendWorker, name: string) => ask(worker, 'POST', '/groups/labs/groups', { name });
const groups = async (worker: BackendWorker) => new TextDecoder().decode((await ask(worker, 'GET', '/groups')).body);

test('after a crash, what was answered is there, and another life is known', async () => {
  const { worker, ended } = aWorker('crashes');
  expect((await newGroup(worker, 'Kept')).status).toBe(201);
  expect(await worker.life()).toBe('life 0');
  worker.crash();
  expect(ended).toEqual([0]);
  expect(await worker.life()).toBe('life 1');
  expect(await groups(worker)).toContain('Kept');
});

test('at whatever moment it crashes, nobody who waits is answered, and memory and disk agree on what was done', async () => {
  const answers: string[] = [];
  for (const moment of sampleOf([...Array(40).keys()])) {
    const name = `crash-${String(moment)}`;
    const { worker } = aWorker(name);
    await groups(worker);
    let crashed = false;
    // Each waits for the one before it: some are still to be written when the next life reads the disk.
    const names = Array.from({ length: 12 }, (_, nth) => `Waits ${String(nth)}.`);
    for (const waits of names)
      void newGroup(worker, waits).then(() => answers.push(crashed ? 'after the crash' : 'before'));
    for (let step = 0; step < moment; step += 1) await new Promise((resolve) => setImmediate(resolve));
    crashed = true;
    worker.crash();
    await newGroup(worker, 'Later');
    const here = await groups(worker);
    const stored = JSON.stringify(await (await openKept(name)).all('groups'));
    expect(names.filter((waits) => stored.includes(waits))).toEqual(names.filter((waits) => here.includes(waits)));
    expect(stored).toContain('Later');
  }
  expect(answers).not.toContain('after the crash');
  expect(answers).toContain('before');
});
