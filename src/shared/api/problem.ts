import { problemKinds, problemSchema, type FieldError, type ProblemKind } from '#contract/problem.ts';

/** Why a call failed: the backend's own kinds, or the client's: no answer, one of something else, or one in an unknown form. */
export type FailureKind = ProblemKind | 'connection' | 'no-backend' | 'unreadable';

interface Failure {
  readonly kind: FailureKind;
  /** The HTTP status; 0 when nothing was answered. */
  readonly status: number;
  /** A sentence for people that says what to do. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
  /** True where the answer was damaged on its way, or is not the backend's: another try may bring it whole. */
  readonly damaged?: boolean;
  /** How long the backend asks to wait before another try, in milliseconds; null when it does not say. */
  readonly retryAfterMs?: number | null;
}

/** An answer of the backend that says no, or the lack of any answer. Its message is the sentence for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly kind: FailureKind;
  readonly status: number;
  readonly errors: readonly FieldError[];
  readonly damaged: boolean;
  readonly retryAfterMs: number | null;

  constructor({ kind, status, detail, errors = [], damaged = false, retryAfterMs = null }: Failure) {
    super(detail);
    this.kind = kind;
    this.status = status;
    this.errors = errors;
    this.damaged = damaged;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The problem of an answer that this console cannot read. */
export const unreadable = (status: number, detail: string) => new ApiProblem({ kind: 'unreadable', status, detail });

/** The problem of an answer that is no JSON, as one that was cut off on its way. */
export const damagedAnswer = (status: number) =>
  new ApiProblem({
    kind: 'unreadable',
    status,
    detail: 'The answer of the backend came damaged. What is on this screen was kept: try again.',
    damaged: true,
  });

/**
 * The problem of an answer that is not the backend's: a file server answered in its place, because the service worker of the
 * page is gone.
 */
export const noBackend = (status: number) =>
  new ApiProblem({
    kind: 'no-backend',
    status,
    detail: 'The backend is not running in this tab. Reload to start it: unsaved edits are kept.',
    damaged: true,
  });

/** True where only loading the page again helps. */
export const needsReload = (error: unknown): boolean => error instanceof ApiProblem && error.kind === 'no-backend';

/** Reads a failed response; one that is not problem details becomes `unreadable`. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  const wait = retryAfterMs(response.headers.get('retry-after'), Date.now());
  const kind = parsed.success ? kindOf(parsed.data.type) : undefined;
  if (!parsed.success || !kind) {
    return unreadable(
      response.status,
      `The backend answered ${String(response.status)} in a form this console does not know.`,
    );
  }
  return new ApiProblem({ kind, ...parsed.data, retryAfterMs: wait });
}

function kindOf(type: string): ProblemKind | undefined {
  const last = type.split('/').at(-1);
  return Object.keys(problemKinds).find((kind): kind is ProblemKind => kind === last);
}

/**
 * True for a failure that may pass: a lost connection, a damaged answer, a backend that is gone, failed or is busy. Its "no" is an
 * answer, and stays the same; so is a disk that is full. A write that failed in passing may have been made all the same.
 */
export const isTransient = (error: unknown): boolean =>
  error instanceof ApiProblem &&
  error.kind !== 'storage-failed' &&
  (error.kind === 'connection' ||
    error.kind === 'no-backend' ||
    error.damaged ||
    error.status === 429 ||
    error.status >= 500);

/** `Retry-After` in milliseconds: seconds, or an HTTP date (RFC 9110 §10.2.3); null when there is none that can be read. */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const at = header.endsWith('GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}

/** What to tell a person about any error. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
