import type { z } from 'zod';
import type { BodyType } from '#contract/operation.ts';
import type { FieldError } from '#contract/problem.ts';
import { notFoundProblem, Problem } from '../problem.ts';
import { escapePointerToken, undisplayableTexts } from './displayable.ts';

/** Parameters of the path; one that is no id cannot name anything that exists. @throws Problem `not-found` */
export function parseParams<S extends z.ZodType>(schema: S, params: Record<string, string>): z.output<S> {
  const parse = schema.safeParse(params);
  if (!parse.success) throw notFoundProblem('object', Object.values(params).join('/'));
  return parse.data;
}

/** @throws Problem `invalid-input`, its errors under `query/<name>` */
export function parseQuery<S extends z.ZodType>(schema: S, query: Record<string, string>): z.output<S> {
  return parsed(schema, query, 'query/', undisplayableTexts(query, 'query/'));
}

/** @throws Problem `too-large`, `malformed-request`, `invalid-input` with JSON pointers into the body */
export function parseBody<S extends z.ZodType>(
  schema: S,
  text: string,
  { maxBodyKiB, bodyType }: { readonly maxBodyKiB: number; readonly bodyType: BodyType },
): z.output<S> {
  if (text.length > maxBodyKiB * 1024) {
    throw new Problem('too-large', `The body of this request has at most ${maxBodyKiB} KiB.`);
  }
  // A file of lines is judged line by line by whoever reads it.
  if (bodyType === 'text/csv') return parsed(schema, text, '/', []);
  return parseJsonBody(schema, text === '' ? undefined : readJson(text));
}

/** A body that was read already. @throws Problem `invalid-input`, with JSON pointers into the body */
export function parseJsonBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  return parsed(schema, body, '/', undisplayableTexts(body, '/'));
}

/** @param undisplayable the texts that no operation takes, whatever its schema says; nothing is said twice of one place */
function parsed<S extends z.ZodType>(
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
