import { ApiProblem } from '#src/shared/api/problem.ts';

/** The error of a query where it says that what was read before is there no more; null otherwise. */
export const notFoundError = (error: Error | null): ApiProblem | null =>
  error instanceof ApiProblem && error.kind === 'not-found' ? error : null;
