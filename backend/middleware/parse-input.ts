import { operations } from '#contract/operations.ts';
import { parseInput as parse, readBody } from '../parsing/parse-request.ts';
import type { BackendMiddleware } from './environment.ts';

/**
 * Parses the parts of the request by its operation's schemas.
 * @throws Problem `not-found` for params that are no ids, `too-large`, `malformed-request`, `invalid-input`
 */
export const parseInput: BackendMiddleware = async (c, next) => {
  const { operation } = c.var;
  const text = operations[operation].method === 'GET' ? '' : await c.req.text();
  const body = () => readBody(text, operations[operation]);
  c.set('input', parse(operation, { params: c.req.param(), query: c.req.query(), body }));
  await next();
};
