import { expose, wrap } from 'comlink';
import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { createBackend } from '#backend/app.ts';
import { makeWorld } from '../seed/scenarios.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { sendRequest, rejectOnWorkerError, serveRequests } from './worker-rpc.ts';
import { quickPasswords } from '../testing/test-app.ts';
import type { BackendWorker } from './wire.ts';

const now = Date.parse('2026-11-24T12:00:00Z');
const backendApp = () =>
  createBackend({
    store: createMemoryStore(makeWorld('small', now)),
    realNow: () => now,
    passwords: quickPasswords,
    reportError: console.error,
    makeWorld,
  });
const ports: MessagePort[] = [];

afterEach(() => {
  for (const port of ports.splice(0)) port.close();
});

/** A page and a worker with a real message channel between them; `fail` is what the browser does to a dead worker. */
function aWorker(app = Promise.resolve(backendApp())) {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  expose(serveRequests(app, { fault: null }), port2);
  const worker = new EventTarget();
  const orFailure = rejectOnWorkerError(worker);
  const backend = wrap<BackendWorker>(port1);
  return {
    send: (path: string, init?: RequestInit) =>
      sendRequest(new Request(`http://vesper.test/api/v1${path}`, init), { backend, orFailure }),
    fail: () => worker.dispatchEvent(new Event('error')),
  };
}

test('status, headers and body arrive as the app gave them', async () => {
  const direct = await backendApp().request('/api/v1/policies/berlin');
  const crossed = await aWorker().send('/policies/berlin');
  expect(crossed.status).toBe(200);
  expect(Object.fromEntries(crossed.headers)).toEqual(Object.fromEntries(direct.headers));
  expect(await crossed.json()).toEqual(await direct.json());
});

test('the body, the method and the headers of a request arrive too', async () => {
  const { send } = aWorker();
  const broken = await send('/detections', { method: 'POST', body: '{ broken' });
  expect(broken.status).toBe(400);
  expect(broken.headers.get('content-type')).toBe('application/problem+json');
  const stale = await send('/policies/berlin', { method: 'PUT', body: '{}', headers: { 'if-match': '"99"' } });
  expect([412, 422]).toContain(stale.status);
});

test('requests wait until the backend is ready', async () => {
  const start: { now: (app: ReturnType<typeof backendApp>) => void } = { now: () => undefined };
  const { send } = aWorker(
    new Promise((resolve) => {
      start.now = resolve;
    }),
  );
  const answers = Promise.all([send('/groups'), send('/policies/berlin')]);
  start.now(backendApp());
  expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
});

test('a worker that dies answers 503 to those who wait and to all who come later', async () => {
  const { send, fail } = aWorker(new Promise(() => undefined));
  const waiting = send('/groups');
  await new Promise((resolve) => setTimeout(resolve, 20));
  fail();
  for (const response of [await waiting, await send('/groups')]) {
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ type: '/problems/backend-unavailable', status: 503 });
  }
});

test('a backend that cannot start answers 503 as well', async () => {
  const { send } = aWorker(Promise.reject(new Error('no world')));
  expect((await send('/groups')).status).toBe(503);
});

test('the service worker that is served belongs to the installed MSW (npx msw init public/ --no-save renews it)', () => {
  const served = readFileSync('public/mockServiceWorker.js', 'utf8');
  expect(served).toBe(readFileSync('node_modules/msw/lib/mockServiceWorker.js', 'utf8'));
});
