import { operations } from '#contract/operations.ts';
import type { Jobs } from '../ports/jobs.ts';
import { contextUnderLock, type RequestContext } from '../request-context.ts';
import { afterDueWork } from './due-work.ts';
import type { BackendMiddleware } from './environment.ts';
import type { createMutex } from './mutex.ts';
import { renderAnswer } from './render.ts';
import { runInTransaction } from './transaction.ts';

type Host = Pick<RequestContext, 'store' | 'realNow' | 'passwords' | 'makeWorld'>;

/**
 * Answers one request at a time, so that a check and the commit that rests on it see the same world. An operation that is
 * answered `alongside` others takes the lock itself, with `withLock`, for the parts that need it: due work and the
 * transaction then happen within that part, as the middleware after this one do them for any other request.
 */
export const lock =
  (
    withMutex: ReturnType<typeof createMutex>,
    { store, realNow, passwords, makeWorld }: Host,
    jobs: Jobs,
  ): BackendMiddleware =>
  async (c, next) => {
    const { operation, user, job } = c.var;
    const { alongside, reads } = operations[operation];
    const parts = { store, realNow, passwords, makeWorld, user, jobs, job };
    if (!alongside) {
      await withMutex(() => {
        c.set('context', contextUnderLock(parts));
        return next();
      });
      return;
    }
    c.set('context', {
      ...parts,
      withLock: (work) =>
        withMutex(() =>
          afterDueWork(contextUnderLock(parts), async (context) => {
            if (reads) return work(context);
            return runInTransaction(c, context, async (inside) => {
              const value = await work(inside);
              // The contract says that what the locked part of a long write returns is its answer.
              c.set('answer', renderAnswer(operation, value as object));
              return value;
            });
          }),
        ),
    });
    await next();
  };
