import type { z } from 'zod';
import type { BodyType } from '#contract/operation.ts';
import { operations, type OperationName, type Parsed } from '#contract/operations.ts';
import type { FieldError } from '#contract/problem.ts';
import { notFoundProblem, Problem } from '../problem.ts';
import { escapePointerToken, undisplayableTexts } from './displayable.ts';

/** Parameters of the path; one that is no id cannot name anything that exists. @throws Problem `not-found` */
function parseParams<S extends z.ZodType>(schema: S, params: Record<string, string>): z.output<S> {
  const result = schema.safeParse(params);
  if (!result.success) throw notFoundProblem('object', Object.values(params).join('/'));
  return result.data;
}

/** @throws Problem `invalid-input`, its errors under `query/<name>` */
function parseQuery<S extends z.ZodType>(schema: S, query: Record<string, string>): z.output<S> {
  return parse(schema, query, 'query/', undisplayableTexts(query, 'query/'));
}

/**
 * The body of a request, not held against its schema yet; the text itself where it is a file of lines.
 * @throws Problem `too-large`, `malformed-request`
 */
export function readBody(
  text: string,
  { maxBodyKiB, bodyType }: { readonly maxBodyKiB: number; readonly bodyType: BodyType },
): unknown {
  if (text.length > maxBodyKiB * 1024) {
    throw new Problem('too-large', `The body of this request has at most ${maxBodyKiB} KiB.`);
  }
  if (bodyType === 'text/csv') return text;
  return text === '' ? undefined : readJson(text);
}

/**
 * @param bodyType a file of lines is not searched for undisplayable texts: its reader reports them line by line
 * @throws Problem `invalid-input`, with JSON pointers into the body
 */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown, bodyType: BodyType = 'application/json') {
  return parse(schema, body, '/', bodyType === 'text/csv' ? [] : undisplayableTexts(body, '/'));
}

interface RequestParts {
  readonly params: Record<string, string>;
  readonly query: Record<string, string>;
  /** Called once params and query are parsed. */
  readonly body: () => unknown;
}

/**
 * The parts of a request to an operation, parsed by its schemas: those of an HTTP request and those of a dry run alike.
 * @throws Problem `not-found`, `invalid-input`, and what reading the body throws
 */
export function parseInput<N extends OperationName>(name: N, { params, query, body }: RequestParts): Parsed<N> {
  const operation = operations[name];
  // Each part is parsed by this operation's own schema, which the type of the table says for every single name only.
  return {
    params: parseParams(operation.params, params),
    query: parseQuery(operation.query, query),
    body: parseBody(operation.body, body(), operation.bodyType),
  } as Parsed<N>;
}

/** @param undisplayable the texts that no operation takes, whatever its schema says; nothing is said twice of one place */
function parse<S extends z.ZodType>(
  schema: S,
  value: unknown,
  prefix: string,
  undisplayable: readonly FieldError[],
): z.output<S> {
  const result = schema.safeParse(value);
  const errors = result.success ? [] : fieldErrors(result.error, prefix);
  const known = new Set(errors.map(({ path }) => path));
  const all = [...errors, ...undisplayable.filter(({ path }) => !known.has(path))];
  if (all.length > 0 || !result.success) throw invalidInput(all);
  return result.data;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem('malformed-request', 'The body is not JSON. Send a JSON object.');
  }
}

const fieldErrors = (error: z.ZodError, prefix: string): FieldError[] =>
  error.issues.map((issue) => ({
    path: prefix + issue.path.map((part) => escapePointerToken(String(part))).join('/'),
    message: issue.message,
  }));

function invalidInput(errors: readonly FieldError[]): Problem {
  const first = errors[0]?.message ?? 'The input is not valid.';
  return new Problem(
    'invalid-input',
    errors.length > 1 ? `${first} (and ${String(errors.length - 1)} more)` : first,
    errors,
  );
}
