import { z } from 'zod';
import { rightSchema, roleSchema } from './rights.ts';

/** Every kind of error of the backend. The `type` of the problem is `/problems/<kind>`. */
export const problemKinds = {
  'malformed-request': { status: 400, title: 'The request could not be read' },
  'not-signed-in': { status: 401, title: 'Not signed in' },
  'not-allowed': { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This method is not available here' },
  'locked-from-above': { status: 409, title: 'Locked from above' },
  cancelled: { status: 409, title: 'Cancelled' },
  'state-forbids': { status: 409, title: 'Not possible in this state' },
  outdated: { status: 409, title: 'A newer version of Vesper is in use' },
  'newer-data': { status: 409, title: 'This data is of a newer version of Vesper' },
  'count-changed': { status: 409, title: 'The number has changed' },
  'revision-changed': { status: 412, title: 'Somebody saved meanwhile' },
  'too-large': { status: 413, title: 'The request is too large' },
  'invalid-input': { status: 422, title: 'Some fields need another value' },
  'key-reused': { status: 422, title: 'This key belongs to another request' },
  'if-match-required': { status: 428, title: 'The revision this change is based on is missing' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'backend-failed': { status: 500, title: 'The backend failed' },
  'backend-unavailable': { status: 503, title: 'The backend does not answer' },
  'storage-failed': { status: 503, title: 'The change could not be stored' },
  'storage-not-answering': { status: 503, title: 'The storage does not answer' },
  'no-answer-in-time': { status: 504, title: 'The backend took too long' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemKind = keyof typeof problemKinds;

/** One field's error; `path` is a JSON pointer into the body, `query/<name>`, or `/lines/<line>/<field>` of a file sent. */
export const fieldErrorSchema = z.object({ path: z.string(), message: z.string() });

/** RFC 9457 problem details. `detail` is a sentence for users with the remedy. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z.array(fieldErrorSchema).default([]),
    /** With `not-allowed`: the missing right and the role. */
    right: rightSchema.optional(),
    role: roleSchema.optional(),
    /** With `backend-failed`: the request, as the log of the backend names it. */
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });

export type FieldError = z.infer<typeof fieldErrorSchema>;
export type ProblemDetails = z.infer<typeof problemSchema>;
