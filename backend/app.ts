import { Hono } from 'hono';
import { operations, type OperationName } from '#contract/operations.ts';
import { handle } from './handlers.ts';
import { authorize } from './middleware/authorize.ts';
import { conditionalRequest } from './middleware/conditional-request.ts';
import { dueWork } from './middleware/due-work.ts';
import type { BackendEnv } from './middleware/environment.ts';
import { idempotency } from './middleware/idempotency.ts';
import { job } from './middleware/job.ts';
import { lock } from './middleware/lock.ts';
import { createMutex } from './middleware/mutex.ts';
import { parseInput } from './middleware/parse-input.ts';
import { problemDetails, type ReportError } from './middleware/problem-details.ts';
import { sendAnswer } from './middleware/render.ts';
import { requestId } from './middleware/request-id.ts';
import { session } from './middleware/session.ts';
import { storeVersion } from './middleware/store-version.ts';
import { transaction } from './middleware/transaction.ts';
import { createJobs } from './ports/jobs.ts';
import { Problem, problemResponse } from './problem.ts';
import type { RequestContext } from './request-context.ts';

export const basePath = '/api/v1';

/** What a host provides. */
export interface Host extends Pick<RequestContext, 'store' | 'realNow' | 'passwords' | 'makeWorld'> {
  readonly reportError: ReportError;
}

/** The backend as its host uses it. */
export type Backend = Pick<Hono, 'fetch' | 'request'>;

/** The backend: an ordinary web application that does not know where it is hosted. */
export function createBackend(host: Host): Backend {
  const { store, realNow } = host;
  const openedMs = realNow();
  const versionNow = async () => `${String(openedMs)}.${String(await store.version())}`;
  const jobs = createJobs();
  let requests = 0;
  const app = new Hono<BackendEnv>();
  app.use(requestId(() => `${openedMs.toString(36)}-${String((requests += 1))}`));
  app.onError(problemDetails(host.reportError));
  app.notFound(() => problemResponse(new Problem('not-found', 'There is nothing at this address.')));

  // Each is a file; they run in this order, and what follows one of them runs within it.
  const middleware = [
    job(jobs),
    sendAnswer,
    session(store),
    authorize(store),
    idempotency(host),
    parseInput,
    lock(createMutex(), host, jobs),
    dueWork,
    storeVersion,
    transaction,
    conditionalRequest,
  ] as const;

  const names = Object.keys(operations).filter(isOperation);
  for (const name of names) {
    const { method, path } = operations[name];
    app.on(
      method,
      routeOf(path),
      async (c, next) => {
        c.set('operation', name);
        c.set('versionNow', versionNow);
        await next();
      },
      ...middleware,
      handle,
    );
  }
  for (const path of new Set(names.map((name) => operations[name].path))) {
    const allow = names.filter((name) => operations[name].path === path).map((name) => operations[name].method);
    app.all(routeOf(path), () =>
      problemResponse(new Problem('method-not-allowed', `Here one can ${allow.join(' or ')}.`), {
        allow: allow.join(', '),
      }),
    );
  }
  return app;
}

/** A path of the contract as Hono writes it: `/groups/{groupId}` is `/groups/:groupId`. */
const routeOf = (path: string): string => basePath + path.replaceAll(/\{(\w+)\}/g, ':$1');

const isOperation = (name: string): name is OperationName => name in operations;
