import type { ErrorHandler } from 'hono';
import { Problem, problemResponse } from '../problem.ts';
import type { BackendEnv } from './environment.ts';

/** Reports an error that no rule of the backend foresees, under the id that the answer names. */
export type ReportError = (requestId: string, error: unknown) => void;

/**
 * Renders whatever is thrown as problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)). An error that is no
 * `Problem` may hold anything: its message goes to the log only, and the answer names the request.
 */
export const problemDetails =
  (report: ReportError): ErrorHandler<BackendEnv> =>
  (error, c) => {
    if (error instanceof Problem) return problemResponse(error);
    report(c.var.requestId, error);
    const problem = new Problem('backend-failed', 'The backend failed on this request. Nothing was changed.');
    return problemResponse(problem, {}, c.var.requestId);
  };
