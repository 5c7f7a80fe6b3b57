import { expose } from 'comlink';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createReconnectingConnection } from './connection.ts';
import { sendRequest } from './worker-rpc.ts';
import type { BackendWorker } from './wire.ts';

const ports: MessagePort[] = [];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
  for (const port of ports.splice(0)) port.close();
});

/** A line to workers, the first of them as told, and what became of them. A worker that is ending answers nobody. */
function aLine(workers: readonly ('lives' | 'is ending' | Promise<void>)[], shared = true) {
  const started: EventTarget[] = [];
  const ended: number[] = [];
  const handled: number[] = [];
  const line = createReconnectingConnection(() => {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    const nth = started.length;
    const state = workers[nth] ?? 'is ending';
    const worker: BackendWorker = {
      life: async () => {
        if (state !== 'lives' && state !== 'is ending') await state;
        return null;
      },
      handle: () => {
        handled.push(nth);
        return Promise.resolve({ status: 200, headers: [], body: new ArrayBuffer(0) });
      },
      crash: () => undefined,
    };
    if (state !== 'is ending') expose(worker, port2);
    const target = new EventTarget();
    started.push(target);
    return { worker: target, port: port1, shared, end: () => void ended.push(nth) };
  });
  return {
    started,
    ended,
    handled,
    ask: () => sendRequest(new Request('http://vesper.test/api/v1/groups'), line.current()),
  };
}

function aBusyMoment() {
  const over: { now: () => void } = { now: () => undefined };
  const busy = new Promise<void>((resolve) => {
    over.now = resolve;
  });
  return {
    busy,
    ready: () => {
      over.now();
    },
  };
}

/** Lets messages cross, which no faked clock holds up. */
const crossing = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

test('a request waits for the first sign of life, and is answered by the worker that gave it', async () => {
  const line = aLine(['lives']);
  expect((await line.ask()).status).toBe(200);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line).toMatchObject({ handled: [0], ended: [] });
  expect(line.started).toHaveLength(1);
});

test('a shared worker that is just ending is left, and the next one answers what was asked meanwhile', async () => {
  const line = aLine(['is ending', 'is ending', 'lives']);
  const answers = Promise.all([line.ask(), line.ask()]);
  await vi.advanceTimersByTimeAsync(499);
  expect(line.started).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(line.started).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect((await answers).map(({ status }) => status)).toEqual([200, 200]);
  expect(line).toMatchObject({ handled: [2, 2], ended: [0, 1] });
});

test('one that was only busy answers once, whoever of its two doors is opened first', async () => {
  const { busy, ready } = aBusyMoment();
  const line = aLine([busy, busy]);
  const answer = line.ask();
  await vi.advanceTimersByTimeAsync(600);
  expect(line.started).toHaveLength(2);
  ready();
  expect((await answer).status).toBe(200);
  await crossing();
  expect(line).toMatchObject({ handled: [0], ended: [1] });
});

test('a tab’s own worker is started once, however long it takes: a second one would be a second backend', async () => {
  const { busy, ready } = aBusyMoment();
  const line = aLine([busy], false);
  const answer = line.ask();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.started).toHaveLength(1);
  ready();
  expect((await answer).status).toBe(200);
});

test('a worker whose script cannot be loaded is asked no more, and the next request tries another', async () => {
  const line = aLine(['is ending', 'lives']);
  const answer = line.ask();
  line.started[0]?.dispatchEvent(new Event('error'));
  expect((await answer).status).toBe(503);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.started).toHaveLength(1);
  expect(line.ended).toEqual([0]);
  expect((await line.ask()).status).toBe(200);
});
