import { operations } from '#contract/operations.ts';
import { processDueDetections } from '../commands/process-due-detections.ts';
import { contextUnderLock, type RequestContext } from '../request-context.ts';
import type { BackendMiddleware } from './environment.ts';

/**
 * Processes what fell due before the request is answered. Both happen at one instant: nothing falls due between them.
 * An operation that is answered `alongside` others does so whenever it takes the lock.
 */
export const dueWork: BackendMiddleware = async (c, next) => {
  if (operations[c.var.operation].alongside) {
    await next();
    return;
  }
  await afterDueWork(c.var.context, (context) => {
    c.set('context', context);
    return next();
  });
};

/** @param context must hold the lock */
export async function afterDueWork<T>(
  context: RequestContext,
  work: (context: RequestContext) => Promise<T>,
): Promise<T> {
  const atMs = context.realNow();
  const atOneInstant = contextUnderLock({ ...context, realNow: () => atMs });
  await processDueDetections(atOneInstant);
  return work(atOneInstant);
}
