import { changeHeader } from '#contract/headers.ts';
import { operations, type OperationName } from '#contract/operations.ts';
import type { ChangeId } from '#domain/ids.ts';
import { etagOf } from '../parsing/if-match.ts';
import type { BackendMiddleware, RenderedAnswer } from './environment.ts';

/** A record with a revision is answered with its ETag. */
export function renderAnswer(name: OperationName, value: object | string): RenderedAnswer {
  const { status, answerType } = operations[name];
  const headers = { 'content-type': answerType, 'cache-control': 'no-store' };
  if (typeof value === 'string')
    return { status, headers: { ...headers, 'content-type': `${answerType}; charset=utf-8` }, body: value };
  const etag = 'revision' in value ? { etag: etagOf(Number(value.revision)) } : {};
  return { status, headers: { ...headers, ...etag }, body: JSON.stringify(value) };
}

/** Names the change that a write made, so that it can be undone. */
export const withChangeHeader = (answer: RenderedAnswer, change: ChangeId | null): RenderedAnswer =>
  change === null ? answer : { ...answer, headers: { ...answer.headers, [changeHeader]: change } };

/**
 * Sends the answer that the middleware after it leave. They set `answer` instead of returning a response, because Hono
 * copies the headers of a response that is replaced, and a failed commit must not answer with those of a success.
 */
export const sendAnswer: BackendMiddleware = async (c, next) => {
  await next();
  const { answer } = c.var;
  if (c.error || !answer) return;
  c.res = new Response(answer.body, { status: answer.status, headers: answer.headers });
};
