import { describe, expect, test } from 'vitest';
import { operations } from '#contract/operations.ts';
import { createTestApp } from '../testing/test-app.ts';
import { open } from '../adapters/indexeddb/store-fixtures.ts';
import { maxStoredAnswers } from '#backend/middleware/idempotency.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const key = '7f1f2a50-0b6a-4a5e-9d0e-3f5f6d2c8a11';
const other = '7f1f2a50-0b6a-4a5e-9d0e-3f5f6d2c8a12';
const json = (body: object) => JSON.stringify(body);

const detect = (backend: TestBackend, keyed?: string, fileName = 'invoice.scr') =>
  backend.request('POST', '/detections', {
    body: json({ deviceId: 'ber-ws-0001', objects: [{ fileName, md5: 'a'.repeat(32) }] }),
    ...(keyed === undefined ? {} : { key: keyed }),
  });

const count = async ({ store }: TestBackend, collection: 'detections' | 'groups' | 'changes') =>
  (await store.all(collection)).length;

describe('a write with a key', () => {
  test('is executed once, however often it is sent, and gets the first answer', async () => {
    const backend = createTestApp();
    const first = await detect(backend, key);
    backend.pass(60_000);
    const again = await detect(backend, key);
    expect(again).toEqual({ ...first, repeated: true });
    expect(first).toMatchObject({ status: 201, repeated: false });
    expect(await count(backend, 'detections')).toBe(1);
  });

  test('with another key, or without one, is a different write', async () => {
    const backend = createTestApp();
    for (const keyed of [key, other, undefined, undefined]) await detect(backend, keyed);
    expect(await count(backend, 'detections')).toBe(4);
  });

  test('sent twice concurrently is executed once', async () => {
    const backend = createTestApp();
    const csv = 'name,group path,time zone\nNew-1,Offices,Europe/Berlin\n';
    const send = () =>
      backend.request('POST', '/inventory/import?valid=1&created=1&updated=0&newGroups=0', { body: csv, key });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one.status, two.status]).toEqual([200, 200]);
    expect(two.body).toEqual(one.body);
    expect([one.repeated, two.repeated].sort()).toEqual([false, true]);
    expect(await count(backend, 'changes')).toBe(1);
  });

  test('gets the change and the ETag of the first answer again, though the revision has moved on', async () => {
    const backend = createTestApp();
    const rename = (name: string, ifMatch: string, keyed: string) =>
      backend.request('PUT', '/groups/offices', { body: json({ name }), ifMatch, key: keyed });
    const first = await rename('Bureaus', '"1"', key);
    expect(first.status).toBe(200);
    await rename('Rooms', first.etag ?? '', other);
    // Without its key this would be refused: somebody saved meanwhile.
    expect(await rename('Bureaus', '"1"', key)).toEqual({ ...first, repeated: true });
    expect((await backend.store.get('groups', 'offices'))?.name).toBe('Rooms');
  });

  test('under the key of another request is refused with 422, and nothing is changed', async () => {
    const backend = createTestApp();
    await detect(backend, key);
    const reused = await detect(backend, key, 'other.scr');
    expect(reused).toMatchObject({ status: 422, body: { type: '/problems/key-reused', errors: [] } });
    backend.signIn('j-keller');
    expect((await detect(backend, key)).status).toBe(422);
    expect((await backend.request('DELETE', '/account', { key })).status).toBe(422);
    expect(await count(backend, 'detections')).toBe(1);
  });

  test('that was refused may be sent again with its key, corrected or not', async () => {
    const backend = createTestApp();
    const create = (name: string) => backend.request('POST', '/groups/offices/groups', { body: json({ name }), key });
    expect((await create('')).status).toBe(422);
    expect((await create('Bureau')).status).toBe(201);
  });

  test('whose key is no UUID is refused with 400', async () => {
    const backend = createTestApp();
    expect(await detect(backend, 'again')).toMatchObject({
      status: 400,
      body: { type: '/problems/malformed-request' },
    });
    expect(await count(backend, 'detections')).toBe(0);
  });
});

describe('the stored answer', () => {
  test('is in the same commit as the change, and outlives the worker', async () => {
    const store = await open('repeats');
    const backend = createTestApp(undefined, undefined, store);
    const first = await detect(backend, key);
    const again = createTestApp(undefined, undefined, await open('repeats'));
    expect(await detect(again, key)).toEqual({ ...first, repeated: true });
    expect(await count(again, 'detections')).toBe(1);
  });

  test('of a reset is retained: repeated, it resets nothing', async () => {
    const store = await open('reset');
    const backend = createTestApp(undefined, undefined, store);
    const first = await backend.request('POST', '/world/reset', { key });
    await detect(backend);
    const again = createTestApp(undefined, undefined, await open('reset'));
    expect(await again.request('POST', '/world/reset', { key })).toEqual({ ...first, repeated: true });
    expect(await count(again, 'detections')).toBe(1);
  });

  test('is bounded: the newest hundred, of the last day', async () => {
    const backend = createTestApp();
    const keyOf = (i: number) => `7f1f2a50-0b6a-4a5e-9d0e-${String(i).padStart(12, '0')}`;
    for (let i = 0; i < maxStoredAnswers + 5; i += 1) {
      await backend.request('POST', '/clock', { body: json({ command: 'pause' }), key: keyOf(i) });
      backend.pass(1_000);
    }
    const stored = (await backend.store.all('answers')).map(({ id }) => id);
    expect(stored).toHaveLength(maxStoredAnswers);
    expect(stored).not.toContain(keyOf(4));
    backend.pass(25 * 3_600_000);
    expect(
      (await backend.request('POST', '/clock', { body: json({ command: 'pause' }), key: keyOf(50) })).repeated,
    ).toBe(false);
    expect(await backend.store.all('answers')).toHaveLength(1);
  });

  test('holds no password, nor anything from which one could be guessed at speed', async () => {
    const backend = createTestApp();
    const create = (password: string) =>
      backend.request('POST', '/account', { body: json({ password, confirmation: password }), key });
    await backend.request('DELETE', '/account');
    const first = await create('Correct-Horse-7');
    expect(first.status).toBe(201);
    expect(await create('Correct-Horse-7')).toEqual({ ...first, repeated: true });
    expect((await create('Correct-Horse-8')).status).toBe(422);
    const [stored] = await backend.store.all('answers');
    expect(JSON.stringify(stored)).not.toContain('Correct-Horse');
    expect(stored?.asked).toMatchObject({ salt: expect.any(String) as string, iterations: 1_000 });
  });
});

test('whatever a write changes is one commit: what fails at its end has changed nothing', async () => {
  const backend = createTestApp();
  const csv = 'detected at,device,file name,MD5\n2026-11-24T12:00:00Z,BER-WS-0001,a.scr,' + 'a'.repeat(32) + '\n';
  const before = await backend.store.version();
  const reply = await backend.request('POST', '/detections/import?valid=1&detections=1', { body: csv, key });
  expect(reply.status).toBe(200);
  expect(await backend.store.version()).toBe(before + 1);
  expect((await backend.store.all('detections'))[0]?.expected).toBeUndefined();
});

test('what may be sent again at will, though it is no GET, is this and nothing else', () => {
  const reading = Object.entries(operations).filter(([, { method, reads }]) => method !== 'GET' && reads);
  expect(reading.map(([name]) => name).sort()).toEqual([
    'cancelJob',
    'checkAccountPassword',
    'dryRun',
    'explainDraft',
    'forecast',
    'forecastRuns',
    'preview',
    'previewDetectionStream',
    'previewDetections',
    'previewInventory',
    'readInventory',
    'rejectedInventory',
  ]);
});

describe('what became of a write whose answer was lost', () => {
  const outcome = async (backend: TestBackend, keyed = key) =>
    (await backend.call('writeOutcome', { params: { key: keyed } })).body;
  const none = { made: false, etag: null, answer: null };

  test('is told with its answer and ETag, however often somebody saved since; asking does nothing', async () => {
    const backend = createTestApp();
    expect(await outcome(backend)).toEqual(none);
    const rename = (name: string, ifMatch: string, keyed: string) =>
      backend.request('PUT', '/groups/offices', { body: json({ name }), ifMatch, key: keyed });
    const first = await rename('Bureaus', '"1"', key);
    await rename('Rooms', first.etag ?? '', other);
    const version = await backend.store.version();
    expect(await outcome(backend)).toEqual({ made: true, etag: first.etag, answer: first.body });
    expect(await backend.store.version()).toBe(version);
  });

  test('one that was refused was not made, and of one that held a password no answer is told', async () => {
    const backend = createTestApp();
    await backend.request('PUT', '/groups/offices', { body: json({ name: 'Bureaus' }), ifMatch: '"9"', key });
    expect(await outcome(backend)).toEqual(none);
    await backend.call('deleteAccount');
    const body = json({ password: 'Quiet-Harbour-7', confirmation: 'Quiet-Harbour-7' });
    await backend.request('POST', '/account', { body, key: other });
    expect(await outcome(backend, other)).toEqual({ made: true, etag: null, answer: null });
  });

  test('is no longer known after a day', async () => {
    const backend = createTestApp();
    await detect(backend, key);
    backend.pass(24 * 3_600_000 + 1);
    expect(await outcome(backend)).toEqual(none);
  });
});
