import { problemKinds, problemSchema, type FieldError, type ProblemKind } from '#contract/problem.ts';

/** Why a call failed: the backend's own kinds, or the client's: no answer at all, or one in an unknown form. */
export type FailureKind = ProblemKind | 'connection' | 'unreadable';

interface Failure {
  readonly kind: FailureKind;
  /** The HTTP status; 0 when nothing was answered. */
  readonly status: number;
  readonly title: string;
  /** A sentence for people that says what to do. */
  readonly detail: string;
  readonly errors?: readonly FieldError[];
}

/** An answer of the backend that says no, or the lack of any answer. Its message is the sentence for people. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly kind: FailureKind;
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldError[];

  constructor({ kind, status, title, detail, errors = [] }: Failure) {
    super(detail);
    this.kind = kind;
    this.status = status;
    this.title = title;
    this.errors = errors;
  }
}

/** The problem of an answer that this console cannot read. */
export const unreadable = (status: number, detail: string) =>
  new ApiProblem({ kind: 'unreadable', status, title: 'The answer could not be read', detail });

/** Reads a failed response; one that is not problem details becomes `unreadable`. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  const kind = parsed.success ? kindOf(parsed.data.type) : undefined;
  if (!parsed.success || !kind) {
    return unreadable(
      response.status,
      `The backend answered ${String(response.status)} in a form this console does not know.`,
    );
  }
  return new ApiProblem({ kind, ...parsed.data });
}

function kindOf(type: string): ProblemKind | undefined {
  const last = type.split('/').at(-1);
  return Object.keys(problemKinds).find((kind): kind is ProblemKind => kind === last);
}

/** True for a failure that may pass: a lost connection, or a backend that failed. Its "no" is an answer, and stays the same. */
export const isPassing = (error: Error): boolean =>
  error instanceof ApiProblem && (error.kind === 'connection' || error.status >= 500);

/** What to tell a person about any error. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
