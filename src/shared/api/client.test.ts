import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { versionHeader } from '#contract/headers.ts';
import { keyHeader } from '#contract/repeats.ts';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { call, onMissingBackend } from './client.ts';
import { needsReload } from './problem.ts';

interface Sent {
  readonly method: string;
  readonly key: string | null;
}

const sent: Sent[] = [];
let answers: (() => Response | Promise<Response>)[] = [];

const lost = () => Promise.reject<Response>(new TypeError('Failed to fetch'));
const json = { 'content-type': 'application/json' };
const busy = () => new Response('{}', { status: 503, headers: { ...json, 'retry-after': '0' } });
const cutOff = () => new Response('{"rows": [', { status: 200, headers: json });
/** What file servers say for an address, and for a method, that they do not know. */
const page = () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
const notFound = () => new Response('Not found', { status: 404, headers: { 'content-type': 'text/plain' } });
const moved = () => Response.json({ moved: 0, change: null });
const refused = () =>
  Response.json({ type: '/problems/state-forbids', title: 'No', status: 409, detail: 'No.' }, { status: 409 });
const clock = () => Response.json({ now: '2026-11-24T12:00:00.000Z', rate: 1, paused: false, real: true });

const move = (device = 'ber-ws-0001') =>
  call('moveDevices', {
    body: { deviceIds: [deviceIdSchema.parse(device)], groupId: groupIdSchema.parse('labs') },
  });

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  vi.stubGlobal('fetch', (_: string, { method, headers }: { method: string; headers: Headers }) => {
    sent.push({ method, key: headers.get(keyHeader) });
    return Promise.resolve((answers.shift() ?? lost)());
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sent.length = 0;
  answers = [];
});

const keys = () => new Set(sent.map(({ key }) => key));

test('a read is tried again after a lost connection, a busy backend and a damaged answer, and needs no key', async () => {
  answers = [lost, busy, cutOff, clock];
  expect((await call('clock')).rate).toBe(1);
  expect(sent).toEqual(Array.from({ length: 4 }, () => ({ method: 'GET', key: null })));
});

test('a write is sent again under the very key of its first try', async () => {
  answers = [lost, busy, moved];
  await move();
  expect(sent).toHaveLength(3);
  expect(keys().size).toBe(1);
  expect([...keys()][0]).toMatch(/^[\da-f-]{36}$/);
});

test('whoever tries the same write again after every answer was lost sends the key of before; a later one has its own', async () => {
  answers = [];
  await expect(move()).rejects.toMatchObject({ kind: 'connection' });
  expect(sent).toHaveLength(5);
  answers = [moved];
  await move();
  expect(keys().size).toBe(1);
  answers = [moved];
  await move();
  expect(keys().size).toBe(2);
});

test('another write, and one after a refusal, has a key of its own', async () => {
  answers = [refused, moved, moved];
  await expect(move()).rejects.toMatchObject({ kind: 'state-forbids' });
  expect(sent).toHaveLength(1);
  await move();
  await move('ber-ws-0002');
  expect(keys().size).toBe(3);
});

test('whoever asks again by itself is not helped', async () => {
  await expect(call('pulse', {}, { tries: 1 })).rejects.toMatchObject({ kind: 'connection' });
  expect(sent).toHaveLength(1);
});

test('the key of a write is told before it is sent, and the version of the store with the answer to a read', async () => {
  const messages: string[] = [];
  answers = [
    () => {
      messages.push('sent');
      return moved();
    },
    () =>
      Response.json(
        { now: '2026-11-24T12:00:00.000Z', rate: 1, paused: false, real: true },
        { headers: { [versionHeader]: '7.12' } },
      ),
  ];
  const body = { deviceIds: [deviceIdSchema.parse('ber-ws-0001')], groupId: groupIdSchema.parse('labs') };
  await call('moveDevices', { body }, { onKey: (key) => messages.push(key) });
  expect(messages).toEqual([[...keys()][0], 'sent']);
  await call('clock', {}, { onVersion: (version) => messages.push(version) });
  expect(messages.at(-1)).toBe('7.12');
});

test('where a file server answers in place of the backend, the backend is started again and the write sent again', async () => {
  const restart = vi.fn(() => Promise.resolve());
  onMissingBackend(restart);
  answers = [notFound, page, moved];
  await move();
  expect(restart).toHaveBeenCalledTimes(2);
  expect(sent).toHaveLength(3);
  expect(keys().size).toBe(1);
});

test('where the backend cannot be started again, only a reload helps, and the write keeps its key', async () => {
  onMissingBackend(() => Promise.reject(new Error('refused')));
  answers = Array.from({ length: 5 }, () => page);
  const refused = await move().catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: 'no-backend' });
  expect(needsReload(refused)).toBe(true);
  answers = [moved];
  await move();
  expect(sent).toHaveLength(6);
  expect(keys().size).toBe(1);
});

test('a call that is given up rejects at once; its fetch is not aborted, which Firefox would report as an error', async () => {
  const signals: (AbortSignal | undefined)[] = [];
  let answer: (response: Response) => void = () => undefined;
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    signals.push(signal ?? undefined);
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });
  const { signal, abort } = abortable();
  const called = call('clock', {}, { signal });
  await vi.waitFor(() => {
    expect(signals).toHaveLength(1);
  });
  abort();
  await expect(called).rejects.toMatchObject({ name: 'AbortError' });
  expect(signals[0]?.aborted).toBe(false);
  answer(clock());
  await expect(call('clock', {}, { signal })).rejects.toMatchObject({ name: 'AbortError' });
});

function abortable() {
  const controller = new AbortController();
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort();
    },
  };
}
