import { QueryClient, QueryObserver, type QueryKey, type QueryObserverOptions } from '@tanstack/react-query';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { versionHeader } from '#contract/headers.ts';
import { recordKinds, type RecordKind } from '#contract/record-kinds.ts';
import { groupIdSchema } from '#domain/ids.ts';
import { call } from '#src/shared/api/client.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { pulseQuery } from './pulse-query.ts';

/** A backend of five operations: what was written when, whether it answers at all, and what was requested of it. */
const backend = {
  opened: '1',
  number: 1,
  written: {} as Partial<Record<RecordKind, number>>,
  turns: '0.0',
  answers: true,
  refuses: false,
  requested: [] as string[],
};
const untouched = structuredClone(backend);
const clock = { now: '2026-11-24T18:42:07.000Z', rate: 1, paused: false, real: true };
const page = { rows: [], total: 0, page: 1, pageSize: 50, asOf: clock.now };
const bodies: Readonly<Record<string, () => object>> = {
  pulse: () => ({
    lastChanged: Object.fromEntries(recordKinds.map((kind) => [kind, backend.written[kind] ?? 0])),
    turns: backend.turns,
    clock,
  }),
  detections: () => ({ ...page, failed: 0 }),
  tasks: () => ({ rows: [], startable: 0, asOf: clock.now }),
  groups: () => ({ groups: [] }),
};

/** Somebody writes a record of that kind. */
function write(kind: RecordKind) {
  backend.number += 1;
  backend.written[kind] = backend.number;
}

const answer = (name: string) =>
  Response.json(bodies[name]?.() ?? {}, {
    headers: { [versionHeader]: `${backend.opened}.${String(backend.number)}` },
  });

const queried = (name: string) => backend.requested.filter((one) => one === name).length;
const soon = () => vi.advanceTimersByTimeAsync(1);

let client: QueryClient;
let stop: (() => void)[];

// The first call of such an operation loads its schemas, which takes real time.
beforeAll(async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(answer('detections')));
  await call('detections');
});

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(backend, structuredClone(untouched));
  vi.stubGlobal('fetch', (address: string) => {
    const name = address.split('/').at(-1)?.split('?')[0] ?? '';
    backend.requested.push(name);
    if (!backend.answers) return Promise.reject(new TypeError('Failed to fetch'));
    if (backend.refuses && name !== 'pulse') {
      const problem = {
        type: 'https://vesper.example/problems/not-found',
        title: 'Gone',
        status: 404,
        detail: 'Gone.',
      };
      return Promise.resolve(Response.json(problem, { status: 404 }));
    }
    return Promise.resolve(answer(name));
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

/** A screen that shows the answer to a query. */
async function show<T, Key extends QueryKey>(options: QueryObserverOptions<T, Error, T, T, Key>) {
  const list = new QueryObserver<T, Error, T, T, Key>(client, options);
  stop.push(list.subscribe(() => undefined));
  await soon();
  return list;
}

const openList = () => show(queryOf('detections'));
const openTasks = () => show(queryOf('groupTasks', { params: { groupId: groupIdSchema.parse('berlin') } }));
const openTree = () => show(queryOf('groupTree'));

const beat = async () => {
  const done = client.query(pulseQuery).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(1_001);
  await done;
};

/** As many beats as a page has had that stands for a while. */
async function standing() {
  await beat();
  await beat();
  backend.requested = [];
}

test('what shows a kind of record is asked again when one of them was written, and nothing else; the clock comes along', async () => {
  await openList();
  await openTree();
  await standing();
  write('groups');
  await beat();
  expect([queried('groups'), queried('detections')]).toEqual([1, 1]);
  await beat();
  write('policies');
  await beat();
  expect([queried('groups'), queried('detections')]).toEqual([1, 1]);
  write('detections');
  await beat();
  expect([queried('groups'), queried('detections')]).toEqual([1, 2]);
  expect(client.getQueryData(queryOf('clock').queryKey)).toEqual(clock);
  expect(queried('clock')).toBe(0);
});

test('what was read after the write, as after one’s own save, is not asked again', async () => {
  const list = await openList();
  await standing();
  write('detections');
  await list.refetch();
  await beat();
  await beat();
  expect(queried('detections')).toBe(1);
});

test('what was read before the first pulse is out of date by what was written before it too', async () => {
  await openList();
  write('detections');
  await standing();
  await beat();
  expect(client.getQueryState(queryOf('detections').queryKey)?.dataUpdateCount).toBe(2);
});

test('where runs start or end, the lists of them are asked again, and nothing else', async () => {
  await openTasks();
  await openTree();
  await standing();
  backend.turns = '1.3';
  await beat();
  await beat();
  expect([queried('tasks'), queried('groups')]).toEqual([1, 0]);
});

test('of a backend that was opened anew, everything is asked again once', async () => {
  await openList();
  await openTree();
  await standing();
  backend.opened = '2';
  await beat();
  await beat();
  expect([queried('detections'), queried('groups')]).toEqual([1, 1]);
});

test('what was refused is refused until something else is written', async () => {
  await openList();
  await standing();
  backend.refuses = true;
  write('detections');
  await beat();
  await beat();
  await beat();
  expect(queried('detections')).toBe(1);
  backend.refuses = false;
  write('detections');
  await beat();
  expect(queried('detections')).toBe(2);
});

test('nobody who looks at the pulse or at a list is told of a pulse that brings nothing new', async () => {
  const list = await openList();
  await standing();
  let messages = 0;
  stop.push(
    list.subscribe(() => {
      messages += 1;
    }),
  );
  await beat();
  await beat();
  expect(messages).toBe(0);
});

test('one failure is none: only the second says that the backend does not answer', async () => {
  await beat();
  const state = () => client.getQueryState(pulseQuery.queryKey)?.status;
  backend.answers = false;
  const failing = client.query(pulseQuery).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(900);
  expect([queried('pulse'), state()]).toEqual([2, 'success']);
  await vi.advanceTimersByTimeAsync(200);
  await failing;
  expect([queried('pulse'), state()]).toEqual([3, 'error']);
  expect(client.getQueryData(pulseQuery.queryKey)?.clock.now).toBe(clock.now);
});

test('what failed while the backend did not answer is read again once it does, though nothing has changed', async () => {
  await beat();
  const list = await openList();
  await beat();
  backend.answers = false;
  const failing = list.refetch();
  // It is tried again a few times before it counts as failed.
  await vi.advanceTimersByTimeAsync(10_000);
  await failing;
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
