import { Hono } from 'hono';
import type { Backend } from '#backend/app.ts';
import { problemResponse, Problem } from '#backend/problem.ts';

/** In place of a backend whose data could not be made or read: tells every request why. */
export function createFailedBackend(error: unknown): Backend {
  const why = error instanceof Error ? error.message : String(error);
  const app = new Hono();
  app.all('*', () =>
    problemResponse(
      error instanceof Problem
        ? error
        : new Problem(
            'backend-failed',
            `The data set could not be prepared: ${why.replace(/\.$/, '')}. Reload the page, or open another data set.`,
          ),
    ),
  );
  return app;
}
