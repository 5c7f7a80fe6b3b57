import { Hono } from 'hono';
import { expect, test, vi } from 'vitest';
import { Problem } from '../problem.ts';
import type { BackendEnv } from './environment.ts';
import { problemDetails } from './problem-details.ts';
import { requestId } from './request-id.ts';

function answerTo(error: Error) {
  const report = vi.fn();
  const app = new Hono<BackendEnv>();
  app.use(requestId(() => 'r-1'));
  app.onError(problemDetails(report));
  app.get('/', () => {
    throw error;
  });
  return { report, answer: app.request('/') };
}

test('a problem is answered with its kind and its errors', async () => {
  const { report, answer } = answerTo(new Problem('invalid-input', 'No.', [{ path: '/name', message: 'Taken' }]));
  const response = await answer;
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 422, detail: 'No.', errors: [{ path: '/name' }] });
  expect(report).not.toHaveBeenCalled();
});

test('an unforeseen error is reported with its request, and its message is not answered', async () => {
  const error = new Error('password of the database: hunter2');
  const { report, answer } = answerTo(error);
  const text = await (await answer).text();
  expect(JSON.parse(text)).toMatchObject({ status: 500, requestId: 'r-1' });
  expect(text).not.toContain('hunter2');
  expect(report).toHaveBeenCalledExactlyOnceWith('r-1', error);
});
