import { checkIfMatch } from '../parsing/if-match.ts';
import { currentRevision, isConditionalWrite } from '../queries/current-revision.ts';
import type { BackendMiddleware } from './environment.ts';

/**
 * Refuses a write that is based on another revision than the current one.
 * @throws Problem `if-match-required`, `revision-changed`, `not-found`
 */
export const conditionalRequest: BackendMiddleware = async (c, next) => {
  const { operation, context } = c.var;
  if (isConditionalWrite(operation)) {
    checkIfMatch(c.req.header('if-match') ?? null, await currentRevision(context, operation, c.req.param()));
  }
  await next();
};
