import { z } from 'zod';
import type { Affects } from './affected-records.ts';
import type { Needs } from './rights.ts';

const none = z.object({});

export type BodyType = 'application/json' | 'text/csv';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Parts<A extends z.ZodType, P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType> {
  /** The required right, checked before anything else. */
  needs: Needs;
  answer: A;
  params?: P;
  query?: Q;
  body?: B;
  status?: 200 | 201;
  conditional?: boolean;
  maxBodyKiB?: number;
  /** The media type of the body. Files are sent as they are, because wrapping them in JSON would block the page. */
  bodyType?: BodyType;
  /** The media type of the answer. Files are sent as they are; their schema is a string. */
  answerType?: BodyType;
  /** Long-running: other requests are answered meanwhile. */
  alongside?: boolean;
  /** The body contains a password: nothing of the request may be stored that reveals it. */
  secret?: boolean;
}

/** A read changes nothing, and may be sent again at will. A write states which kinds of record it may change. */
type Effect<M extends Method> = M extends 'GET'
  ? { reads?: undefined; affects?: undefined }
  : { reads: true; affects?: undefined } | { reads?: undefined; affects: Affects };

/** One row of the table: method, path, the right it needs, and the schemas of all that crosses the wire. Omitted parts are empty. */
export function op<
  M extends Method,
  A extends z.ZodType,
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  B extends z.ZodType = z.ZodUndefined,
>(method: M, path: string, summary: string, parts: Parts<A, P, Q, B> & Effect<M>) {
  const { affects = [] }: { affects?: Affects | undefined } = parts;
  const verb: Method = method;
  return {
    method: verb,
    path,
    summary,
    needs: parts.needs,
    status: parts.status ?? 200,
    conditional: parts.conditional ?? false,
    maxBodyKiB: parts.maxBodyKiB ?? 64,
    bodyType: parts.bodyType ?? 'application/json',
    answerType: parts.answerType ?? 'application/json',
    alongside: parts.alongside ?? false,
    reads: parts.reads ?? method === 'GET',
    affects,
    secret: parts.secret ?? false,
    answer: parts.answer,
    params: (parts.params ?? none) as P,
    query: (parts.query ?? none) as Q,
    body: (parts.body ?? z.undefined()) as B,
  };
}
