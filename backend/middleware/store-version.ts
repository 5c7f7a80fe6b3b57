import { versionHeader } from '#contract/headers.ts';
import { operations } from '#contract/operations.ts';
import type { BackendMiddleware } from './environment.ts';

/**
 * Names in the answer to a read the version of the store that it was read from. One that is answered `alongside` others
 * counts as read before it began: others may write meanwhile.
 * @param openedMs when this backend was opened, epoch milliseconds UTC: versions of another time compare with nothing
 */
export const storeVersion =
  (openedMs: number): BackendMiddleware =>
  async (c, next) => {
    if (!operations[c.var.operation].reads) {
      await next();
      return;
    }
    const version = `${String(openedMs)}.${String(await c.var.context.store.version())}`;
    await next();
    const { answer } = c.var;
    if (answer) c.set('answer', { ...answer, headers: { ...answer.headers, [versionHeader]: version } });
  };
