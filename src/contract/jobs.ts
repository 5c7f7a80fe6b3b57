import { z } from 'zod';
import { op } from './operation.ts';

export const jobIdSchema = z.uuid({ error: 'The id of a job is a UUID.' });

const jobParams = z.object({ jobId: jobIdSchema });

/** How far a job is. One that is not known has ended, or has not begun. */
const jobSchema = z
  .object({ running: z.boolean(), done: z.number().nonnegative(), total: z.number().nonnegative() })
  .meta({ id: 'Job' });

/** Work that takes so long that a person may want to see it move, or to stop it. */
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
  }),
} as const;
