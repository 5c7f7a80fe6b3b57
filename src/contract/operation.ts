import { z } from 'zod';
import type { Needs } from './rights.ts';

const none = z.object({});

export type BodyType = 'application/json' | 'text/csv';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One row of the table: method, path, the required right, and the schemas of the wire format. Omitted parts default to empty. */
export function op<
  A extends z.ZodType,
  P extends z.ZodObject = typeof none,
  Q extends z.ZodObject = typeof none,
  B extends z.ZodType = z.ZodUndefined,
>(
  method: Method,
  path: string,
  summary: string,
  parts: {
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
    /** A safe operation although not a GET: it may be repeated. */
    reads?: boolean;
    /** The body contains a password: nothing of the request may be stored that reveals it. */
    secret?: boolean;
  },
) {
  return {
    method,
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
    secret: parts.secret ?? false,
    answer: parts.answer,
    params: (parts.params ?? none) as P,
    query: (parts.query ?? none) as Q,
    body: (parts.body ?? z.undefined()) as B,
  };
}
