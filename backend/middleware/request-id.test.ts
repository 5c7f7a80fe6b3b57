import { Hono } from 'hono';
import { expect, test } from 'vitest';
import type { BackendEnv } from './environment.ts';
import { problemDetails } from './problem-details.ts';
import { requestId } from './request-id.ts';

test('every answer names its request, a failed one too', async () => {
  let next = 0;
  const app = new Hono<BackendEnv>();
  app.use(requestId(() => `r-${String((next += 1))}`));
  app.onError(problemDetails(() => undefined));
  app.get('/ok', (c) => c.text('ok'));
  app.get('/fails', () => {
    throw new Error('disk on fire');
  });
  expect((await app.request('/ok')).headers.get('request-id')).toBe('r-1');
  expect((await app.request('/fails')).headers.get('request-id')).toBe('r-2');
});
