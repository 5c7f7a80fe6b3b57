import { versionHeader } from '#contract/headers.ts';
import { operations } from '#contract/operations.ts';
import type { BackendMiddleware, RenderedAnswer } from './environment.ts';

/**
 * Names in the answer to a read the version of the store that it was read from. One that is answered `alongside` others
 * counts as read before it began: others may write meanwhile. A write names the version after its commit: see `transaction`.
 */
export const storeVersion: BackendMiddleware = async (c, next) => {
  if (!operations[c.var.operation].reads) {
    await next();
    return;
  }
  const version = await c.var.versionNow();
  await next();
  if (c.var.answer) c.set('answer', withVersionHeader(c.var.answer, version));
};

export const withVersionHeader = (answer: RenderedAnswer, version: string): RenderedAnswer => ({
  ...answer,
  headers: { ...answer.headers, [versionHeader]: version },
});
