import { Hono } from 'hono';
import type { Backend } from '#backend/app.ts';
import { openWorldBody, type OpenWorld } from '#contract/open-world.ts';
import { problemResponse, Problem } from '#backend/problem.ts';
import { parseBody, readBody } from '#backend/parsing/parse-request.ts';
import { createFailedBackend } from './failed-backend.ts';

/** Opens the world from the storage, or makes one in memory, and the backend over it. */
type Open = (persistence: OpenWorld['persistence']) => Promise<Backend>;

/** The backend over the stored world; where that cannot be had, one that tells every request why. Never rejects. */
export function openBackend(open: Open): Promise<Backend> {
  return open('indexed-db').catch((error: unknown) =>
    isNotAnswering(error) ? createUnopenedBackend(open, error) : createFailedBackend(error),
  );
}

const isNotAnswering = (error: unknown): error is Problem =>
  error instanceof Problem && error.kind === 'storage-not-answering';

// Long enough that the console asks the person instead of trying again by itself.
const later = { 'retry-after': '60' };

/**
 * In place of a backend whose storage does not answer: says so to every request, until `openWorld` says how to go on. From then
 * on it is the backend that was opened. A person decides, for a world in memory would hide that there is a stored one.
 */
function createUnopenedBackend(open: Open, first: Problem): Backend {
  let problem = first;
  let opened: Promise<Backend | null> = Promise.resolve(null);
  const openAs = async (persistence: OpenWorld['persistence']) => {
    try {
      return await open(persistence);
    } catch (error) {
      if (!isNotAnswering(error)) return createFailedBackend(error);
      problem = error;
      return null;
    }
  };
  const app = new Hono();
  app.use(async ({ req }, next) => {
    const backend = await opened;
    if (backend) return backend.fetch(req.raw);
    await next();
    return undefined;
  });
  app.post('/api/v1/world/open', async ({ req }) => {
    const limits = { maxBodyKiB: 1, bodyType: 'application/json' } as const;
    const { persistence } = parseBody(openWorldBody, readBody(await req.text(), limits));
    opened = openAs(persistence);
    const backend = await opened;
    return backend ? Response.json({}) : problemResponse(problem, later);
  });
  app.all('*', () => problemResponse(problem, later));
  app.onError((error) => (error instanceof Problem ? problemResponse(error) : problemResponse(problem, later)));
  return app;
}
