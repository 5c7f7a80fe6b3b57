import type { Context } from 'hono';
import { operations } from '#contract/operations.ts';
import { nextChangeNumber, recordedChange } from '../commands/apply-change.ts';
import { contextUnderLock, type RequestContext } from '../request-context.ts';
import type { BackendEnv, BackendMiddleware } from './environment.ts';
import { answerToStore } from './idempotency.ts';
import { withChangeHeader } from './render.ts';
import { withVersionHeader } from './store-version.ts';
import { createUnitOfWork } from './unit-of-work.ts';

/** Makes everything that a write changes one commit; where it fails, nothing is changed. */
export const transaction: BackendMiddleware = async (c, next) => {
  const { reads, alongside } = operations[c.var.operation];
  if (reads || alongside) {
    await next();
    return;
  }
  await runInTransaction(c, c.var.context, (context) => {
    c.set('context', context);
    return next();
  });
};

/**
 * Commits what `work` writes in one step, with the answer that it leaves in `c.var.answer`, so that a repeat of the
 * request gets the same one. Nothing is committed where it leaves none: Hono does not throw what a later middleware
 * threw, it renders it.
 * @param context must hold the lock
 */
export async function runInTransaction<T>(
  c: Context<BackendEnv>,
  context: RequestContext,
  work: (context: RequestContext) => Promise<T>,
): Promise<T> {
  const { store, commit } = createUnitOfWork(context.store);
  const inside = contextUnderLock({ ...context, store });
  const number = await nextChangeNumber(inside);
  const value = await work(inside);
  if (c.error || !c.var.answer) return value;
  const answer = withChangeHeader(c.var.answer, await recordedChange(inside, number));
  const { idempotentRequest } = c.var;
  await commit(idempotentRequest ? await answerToStore(context, idempotentRequest, answer, context.realNow()) : {});
  // Not stored with the answer: a repeat later on is no reading of the store.
  c.set('answer', withVersionHeader(answer, await c.var.versionNow()));
  return value;
}
