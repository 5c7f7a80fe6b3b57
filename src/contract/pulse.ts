import { z } from 'zod';
import { op } from './operation.ts';
import { clockSchema } from './simulation.ts';

/**
 * What a live screen asks every second instead of all its lists: while `version` is the same, so is every list of tasks,
 * of runs and of detections, and each holds as of the clock's now.
 */
export const pulseSchema = z.object({ version: z.string(), clock: clockSchema }).meta({ id: 'Pulse' });

export const pulseOperations = {
  pulse: op('GET', '/pulse', 'Whether anything that a live list shows has changed', {
    needs: 'view',
    answer: pulseSchema,
  }),
} as const;

export type PulseView = z.infer<typeof pulseSchema>;
