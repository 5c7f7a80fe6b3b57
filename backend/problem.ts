import { problemKinds, type FieldError, type ProblemDetails, type ProblemKind } from '#contract/problem.ts';

/** With `not-allowed`: which right is missing, and to which role. */
type MissingRight = Pick<ProblemDetails, 'right' | 'role'>;

/** Thrown anywhere in the backend to say no; rendered in one place as RFC 9457 problem details. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly errors: readonly FieldError[];
  readonly missingRight: MissingRight;

  /** @param detail a sentence for people that says what to do */
  constructor(kind: ProblemKind, detail: string, errors: readonly FieldError[] = [], missingRight: MissingRight = {}) {
    super(detail);
    this.kind = kind;
    this.errors = errors;
    this.missingRight = missingRight;
  }
}

export const notFoundProblem = (what: string, id: string) =>
  new Problem('not-found', `There is no ${what} “${id.slice(0, 80)}”. It may have been deleted.`);

/** The body of a problem's answer. @param requestId names the request, where its cause is in the log only */
function problemBody(problem: Problem, requestId?: string): ProblemDetails {
  const { status, title } = problemKinds[problem.kind];
  return {
    type: `/problems/${problem.kind}`,
    title,
    status,
    detail: problem.message,
    errors: [...problem.errors],
    ...problem.missingRight,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** The answer itself, with the media type of RFC 9457. */
export function problemResponse(problem: Problem, headers: Record<string, string> = {}, requestId?: string): Response {
  return new Response(JSON.stringify(problemBody(problem, requestId)), {
    status: problemKinds[problem.kind].status,
    headers: { 'content-type': 'application/problem+json', ...headers },
  });
}
