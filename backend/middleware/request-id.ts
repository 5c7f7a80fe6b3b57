import { requestIdHeader } from '#contract/headers.ts';
import type { BackendMiddleware } from './environment.ts';

/** Names each request in its answer, so that a problem that a person reports is found in the log. */
export const requestId =
  (nextId: () => string): BackendMiddleware =>
  async (c, next) => {
    c.set('requestId', nextId());
    await next();
    c.header(requestIdHeader, c.var.requestId);
  };
