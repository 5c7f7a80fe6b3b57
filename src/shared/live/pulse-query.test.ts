import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { call } from '#src/shared/api/client.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { pulseQuery } from './pulse-query.ts';

/** A backend of three operations: what its pulse says, whether it answers at all, and what it was asked. */
const backend = { version: '1', answers: true, asked: [] as string[] };
const clock = { now: '2026-11-24T18:42:07.000Z', rate: 1, paused: false, real: true };
const bodies: Readonly<Record<string, () => object>> = {
  pulse: () => ({ version: backend.version, clock }),
  detections: () => ({ rows: [], total: 0, page: 1, pageSize: 50, asOf: clock.now }),
  world: () => ({}),
};

const asked = (name: string) => backend.asked.filter((one) => one === name).length;
const soon = () => vi.advanceTimersByTimeAsync(1);

let client: QueryClient;
let stop: (() => void)[];

// The first call of such an operation loads its schemas, which takes real time.
beforeAll(async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(bodies['detections']?.())));
  await call('detections');
});

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(backend, { version: '1', answers: true, asked: [] });
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.split('/').at(-1)?.split('?')[0] ?? '';
    backend.asked.push(name);
    if (!backend.answers) return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(Response.json(bodies[name]?.() ?? {}));
  });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  stop = [];
});

afterEach(() => {
  for (const end of stop) end();
  client.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** A screen that shows the detections. */
async function openList() {
  const list = new QueryObserver(client, queryOf('detections'));
  stop.push(list.subscribe(() => undefined));
  await soon();
  return list;
}

const beat = async () => {
  const done = client.query(pulseQuery).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1_001);
  await done;
};

test('lists are asked again when the pulse changes, and only then; the clock comes along', async () => {
  await beat();
  await openList();
  expect(asked('detections')).toBe(1);
  await beat();
  await beat();
  expect(asked('detections')).toBe(1);
  backend.version = '2';
  await beat();
  expect(asked('detections')).toBe(2);
  expect(client.getQueryData(queryOf('clock').queryKey)).toEqual(clock);
  expect(asked('clock')).toBe(0);
});

test('a list that was read before the first pulse is read again: what changed in between would be missed', async () => {
  await openList();
  await beat();
  expect(asked('detections')).toBe(2);
});

test('one failure is none: only the second says that the backend does not answer', async () => {
  await beat();
  const state = () => client.getQueryState(pulseQuery.queryKey)?.status;
  backend.answers = false;
  const failing = client.query(pulseQuery).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(900);
  expect([asked('pulse'), state()]).toEqual([2, 'success']);
  await vi.advanceTimersByTimeAsync(200);
  await failing;
  expect([asked('pulse'), state()]).toEqual([3, 'error']);
  expect(client.getQueryData(pulseQuery.queryKey)?.clock.now).toBe(clock.now);
});

test('what failed while the backend did not answer is read again once it does, though nothing has changed', async () => {
  await beat();
  const list = await openList();
  backend.answers = false;
  await list.refetch();
  expect(list.getCurrentResult().isError).toBe(true);
  backend.answers = true;
  await beat();
  await soon();
  expect(list.getCurrentResult().isError).toBe(false);
});

test('an answer that does not come counts as none', async () => {
  await beat();
  vi.stubGlobal(
    'fetch',
    (_: string, { signal }: { signal: AbortSignal }) =>
      new Promise((_, reject) => {
        if (signal.aborted) reject(signal.reason as Error);
      }),
  );
  vi.useRealTimers();
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort(new Error('too long')));
  await expect(client.query({ ...pulseQuery, retryDelay: 1 })).rejects.toThrow();
  expect(timeout).toHaveBeenCalledWith(5_000);
  timeout.mockRestore();
});
