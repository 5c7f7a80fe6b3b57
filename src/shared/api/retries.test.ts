import { expect, test, vi } from 'vitest';
import { ApiProblem, retryAfterMs } from './problem.ts';
import { waitAfter, withRetries } from './retries.ts';

const failure = (status: number, more: object = {}) =>
  new ApiProblem({ kind: 'backend-failed', status, detail: 'Failed.', ...more });

const noWait = () => Promise.resolve();

test('the pauses grow, and chance shortens them by half at most', () => {
  expect([1, 2, 3, 4].map((tried) => waitAfter(failure(500), tried, 0.999999))).toEqual(
    [250, 500, 1_000, 2_000].map((ms) => expect.closeTo(ms, 1) as number),
  );
  expect(waitAfter(failure(500), 3, 0)).toBe(500);
});

test.each([
  ['a backend that failed', failure(500), true],
  ['one that is busy', failure(503), true],
  ['one that was asked too often', failure(429, { kind: 'too-many-requests' }), true],
  ['a lost connection', failure(0, { kind: 'connection' }), true],
  ['a damaged answer', failure(200, { kind: 'unreadable', damaged: true }), true],
  ['an answer in an unknown form', failure(200, { kind: 'unreadable' }), false],
  ['a disk that is full', failure(503, { kind: 'storage-failed' }), false],
  ['a conflict', failure(412, { kind: 'revision-changed' }), false],
  ['a wrong entry', failure(422, { kind: 'invalid-input' }), false],
  ['an error of the page itself', new TypeError('undefined is not a function'), false],
])('after %s it is tried again: %#', (_, error, again) => {
  expect(waitAfter(error, 1, 0.5) !== null).toBe(again);
});

test('nobody comes back sooner than the backend asks for, and nobody waits for a minute', () => {
  expect(waitAfter(failure(503, { retryAfterMs: 3_000 }), 1, 0)).toBe(3_000);
  expect(waitAfter(failure(503, { retryAfterMs: 60_000 }), 1, 0)).toBeNull();
});

test.each([
  ['2', 2_000],
  ['0', 0],
  ['Tue, 24 Nov 2026 12:00:05 GMT', 5_000],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['soon', null],
  ['-1', null],
  [null, null],
])('Retry-After %s is %s ms', (header, ms) => {
  expect(retryAfterMs(header, Date.parse('2026-11-24T12:00:00Z'))).toBe(ms);
});

test('a call is tried so often and no more, and its last failure is told', async () => {
  const attempt = vi.fn(() => Promise.reject(failure(500)));
  await expect(withRetries(attempt, { signal: undefined, tries: 5, wait: noWait })).rejects.toMatchObject({
    status: 500,
  });
  expect(attempt).toHaveBeenCalledTimes(5);
});

test('once it succeeds, that is the answer', async () => {
  const attempt = vi.fn<() => Promise<string>>().mockRejectedValueOnce(failure(503)).mockResolvedValue('there');
  await expect(withRetries(attempt, { signal: undefined, tries: 5, wait: noWait })).resolves.toBe('there');
  expect(attempt).toHaveBeenCalledTimes(2);
});

test('whoever gives up in a pause waits no longer, and asks no more', async () => {
  const abort = new AbortController();
  const attempt = vi.fn(() => Promise.reject(failure(503, { retryAfterMs: 9_000 })));
  const call = withRetries(attempt, { signal: abort.signal, tries: 5 });
  await Promise.resolve();
  abort.abort(new Error('Left'));
  await expect(call).rejects.toThrow('Left');
  expect(attempt).toHaveBeenCalledTimes(1);
});
