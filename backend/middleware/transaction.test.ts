import { expect, test, vi } from 'vitest';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { Problem } from '../problem.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';

const start = '2026-11-24T12:00:00Z';
const rename = { body: JSON.stringify({ name: 'Berlin Mitte' }), ifMatch: '*' };

test('a write is one commit, with its answer in it', async () => {
  const store = createMemoryStore(makeWorld('small', Date.parse(start)));
  const commit = vi.spyOn(store, 'commit');
  const key = '0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a';
  const { status, change } = await createTestApp(start, undefined, store).request('PUT', '/groups/berlin', {
    ...rename,
    key,
  });
  expect([status, change]).toEqual([200, 'change-000001']);
  expect(commit).toHaveBeenCalledOnce();
  expect(commit.mock.calls[0]?.[0].answers?.put).toMatchObject([{ id: key }]);
});

test('a write that is refused commits nothing', async () => {
  const store = createMemoryStore(makeWorld('small', Date.parse(start)));
  const commit = vi.spyOn(store, 'commit');
  const refused = { ...rename, body: JSON.stringify({ name: 'Labs' }) };
  expect((await createTestApp(start, undefined, store).request('PUT', '/groups/managed-devices', refused)).status).toBe(
    409,
  );
  expect(commit).not.toHaveBeenCalled();
});

test('a commit that fails answers with no header of a success', async () => {
  const store = createMemoryStore(makeWorld('small', Date.parse(start)));
  vi.spyOn(store, 'commit').mockRejectedValue(new Problem('storage-failed', 'The disk is full.'));
  const { status, etag, change } = await createTestApp(start, undefined, store).request(
    'PUT',
    '/groups/berlin',
    rename,
  );
  expect([status, etag, change]).toEqual([503, null, null]);
});
