import { z } from 'zod';
import { op } from './operation.ts';

export const jobIdSchema = z.uuid({ error: 'The id of a job is a UUID.' });

const jobParams = z.object({ jobId: jobIdSchema });

/** The progress of a job. An unknown job has ended or not begun. */
const jobSchema = z
  .object({ running: z.boolean(), done: z.number().nonnegative(), total: z.number().nonnegative() })
  .meta({ id: 'Job' });

/** Progress and cancellation of long-running requests. */
export const jobOperations = {
  job: op('GET', '/jobs/{jobId}', 'How far a job is', {
    needs: 'view',
    params: jobParams,
    answer: jobSchema,
    alongside: true,
  }),
  cancelJob: op('DELETE', '/jobs/{jobId}', 'Cancel a job: what it was asked for is refused, and nothing is changed', {
    needs: 'view',
    params: jobParams,
    answer: z.object({ cancelled: z.boolean() }),
    alongside: true,
    reads: true,
  }),
} as const;
