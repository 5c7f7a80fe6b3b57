import { jobHeader } from '#contract/headers.ts';
import type { Jobs } from '../ports/jobs.ts';
import type { BackendMiddleware } from './environment.ts';

/** Runs the request as a job, whose progress can be asked for and which can be cancelled where the request names it. */
export const job =
  (jobs: Jobs): BackendMiddleware =>
  async (c, next) => {
    await jobs.run(c.req.header(jobHeader), (running) => {
      c.set('job', running);
      return next();
    });
  };
