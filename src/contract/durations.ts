import { z } from 'zod';
import { op } from './operation.ts';

const minutes = z
  .int('Enter whole minutes.')
  .min(1, 'A scan takes at least 1 minute.')
  .max(1440, 'A scan takes at most 1440 minutes.');
const span = z
  .strictObject({ fromMinutes: minutes, toMinutes: minutes })
  .refine(({ fromMinutes, toMinutes }) => fromMinutes <= toMinutes, {
    error: 'The longest scan may not be shorter than the shortest.',
    path: ['toMinutes'],
  });

/**
 * How long scans take in the simulation, by scope: whole minutes from the shortest to the longest, uniform over the runs.
 * An assumed model, not a measurement. It applies to tasks created from then on, and to a waiting run whose scope a later
 * change of settings replaces; every other run retains its duration.
 */
export const durationModelSchema = z
  .strictObject({ 'system-drives': span, 'critical-areas': span })
  .meta({ id: 'DurationModel' });

/** The assumed durations of scans. */
export const durationOperations = {
  durationModel: op('GET', '/simulation/durations', 'How long scans take', {
    needs: 'view',
    answer: durationModelSchema,
  }),
  setDurationModel: op('PUT', '/simulation/durations', 'Say how long the scans of later tasks take', {
    needs: 'simulate',
    affects: ['durations'],
    body: durationModelSchema,
    answer: durationModelSchema,
  }),
} as const;

export type DurationModelView = z.infer<typeof durationModelSchema>;
