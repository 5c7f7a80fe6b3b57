import type { OperationName, Parsed } from '#contract/operations.ts';
import type { MiddlewareHandler } from 'hono';
import type { Job } from '../ports/jobs.ts';
import type { User } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';

/** A write with an `Idempotency-Key`. */
export interface IdempotentRequest {
  readonly key: string;
  /** What makes it this very request: method, address, user, `If-Match`, body. */
  readonly request: readonly string[];
  /** Its body holds a password: it may be stored as a salted hash of many rounds only. */
  readonly secret: boolean;
}

/** An answer in a form that can be stored and sent again. */
export interface RenderedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

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
