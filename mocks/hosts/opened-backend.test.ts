import { expect, test } from 'vitest';
import { createBackend, type Backend } from '#backend/app.ts';
import { Problem } from '#backend/problem.ts';
import { makeWorld, recipeOf } from '../seed/scenarios.ts';
import { openInMemory } from '../adapters/indexeddb/indexed-db-store.ts';
import { openBackend } from './opened-backend.ts';
import { quickPasswords } from '../testing/test-app.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const over = (unstored: 'not-answering' | null) =>
  createBackend({
    store: openInMemory(recipeOf('small'), now, unstored),
    realNow: () => now,
    passwords: quickPasswords,
    reportError: console.error,
    makeWorld,
  });

/** A storage that answers as told, one opening after the other. */
function aStorage(answers: readonly ('silent' | 'answers' | Error)[]) {
  const opened: string[] = [];
  const open = (persistence: string): Promise<Backend> => {
    opened.push(persistence);
    if (persistence === 'memory') return Promise.resolve(over('not-answering'));
    const answer = answers[opened.length - 1];
    if (answer === 'answers') return Promise.resolve(over(null));
    return Promise.reject(
      answer instanceof Error ? answer : new Problem('storage-not-answering', 'It does not answer.'),
    );
  };
  return { opened, app: openBackend(open) };
}

const world = async (app: Promise<Backend>) => (await app).request('/api/v1/world');
const openAs = async (app: Promise<Backend>, persistence: string) =>
  (await app).request('/api/v1/world/open', { method: 'POST', body: JSON.stringify({ persistence }) });

test('while the storage does not answer, every request is told so, and nobody is to ask again at once', async () => {
  const { app } = aStorage(['silent']);
  for (const method of ['GET', 'POST']) {
    const answer = await (await app).request('/api/v1/groups', { method });
    expect(answer.status).toBe(503);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(10);
    expect(await answer.json()).toMatchObject({ type: '/problems/storage-not-answering' });
  }
});

test('Continue in memory: a new world, which says why it is not stored; whoever retries later does not lose it', async () => {
  const { app, opened } = aStorage(['silent']);
  expect((await openAs(app, 'memory')).status).toBe(200);
  expect(await (await world(app)).json()).toMatchObject({ persistence: 'memory', unstored: 'not-answering' });
  expect((await openAs(app, 'indexed-db')).status).toBe(200);
  expect(await (await world(app)).json()).toMatchObject({ unstored: 'not-answering' });
  expect(opened).toEqual(['indexed-db', 'memory']);
});

test('Retry: in vain as long as the storage is silent, then the stored world', async () => {
  const { app } = aStorage(['silent', 'silent', 'answers']);
  expect((await openAs(app, 'indexed-db')).status).toBe(503);
  expect((await world(app)).status).toBe(503);
  expect((await openAs(app, 'indexed-db')).status).toBe(200);
  expect(await (await world(app)).json()).toMatchObject({ unstored: null });
});

test('a retry that finds data which cannot be opened says that instead', async () => {
  const { app } = aStorage(['silent', new Problem('newer-data', 'Of a newer version.')]);
  await openAs(app, 'indexed-db');
  expect(await (await world(app)).json()).toMatchObject({ type: '/problems/newer-data' });
});

test('what asks for nothing that is known is refused, and opens nothing', async () => {
  const { app, opened } = aStorage(['silent']);
  expect((await openAs(app, 'elsewhere')).status).toBe(422);
  expect(opened).toEqual(['indexed-db']);
});

test('a backend that is open is not opened again', async () => {
  const { app, opened } = aStorage(['answers']);
  expect((await openAs(app, 'memory')).status).toBe(200);
  expect(await (await world(app)).json()).toMatchObject({ unstored: null });
  expect(opened).toEqual(['indexed-db']);
});
