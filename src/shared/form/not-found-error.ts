import { ApiProblem } from '#src/shared/api/problem.ts';

/** The error of a query if its object does not exist any more; null otherwise. */
export const notFoundError = (error: Error | null): ApiProblem | null =>
  error instanceof ApiProblem && error.kind === 'not-found' ? error : null;
