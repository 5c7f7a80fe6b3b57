import type { OperationName, Parsed } from '#contract/operations.ts';
import type { MiddlewareHandler } from 'hono';
import type { Job } from '../ports/jobs.ts';
import type { User } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';
import type { IdempotentRequest } from './idempotency.ts';
import type { RenderedAnswer } from './render.ts';

/** What the middleware of one request hand to each other; each variable is set by the middleware of its name. */
export interface BackendEnv {
  Variables: {
    requestId: string;
    operation: OperationName;
    /** The version of the store, with when it was opened: see `versionHeader`. */
    versionNow: () => Promise<string>;
    job: Job;
    user: User;
    /** Undefined for a read, and for a write without an `Idempotency-Key`. */
    idempotentRequest: IdempotentRequest | undefined;
    input: Parsed<OperationName>;
    context: RequestContext;
    /** Undefined until the request is answered. */
    answer: RenderedAnswer | undefined;
  };
}

export type BackendMiddleware = MiddlewareHandler<BackendEnv>;
