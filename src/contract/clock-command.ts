import { z } from 'zod';
import { detectionRecords } from './affected-records.ts';
import { instantSchema } from './instant.ts';
import { op } from './operation.ts';
import { clockSchema } from './simulation.ts';

const clockCommandBody = z
  .discriminatedUnion('command', [
    z.strictObject({ command: z.literal('pause') }),
    z.strictObject({ command: z.literal('run'), rate: z.union([z.literal(1), z.literal(60), z.literal(3600)]) }),
    /** Forward only: simulated time never runs backwards, except for `real`. */
    z.strictObject({ command: z.literal('jump'), to: instantSchema }),
    z.strictObject({ command: z.literal('real') }),
  ])
  .meta({ id: 'ClockCommand' });

/** Operations that change the simulated clock, separate from those of the first screen because they load the instant parser. */
export const clockCommandOperations = {
  setClock: op('POST', '/clock', 'Pause, run, jump, or go back to real time', {
    needs: 'simulate',
    affects: detectionRecords,
    body: clockCommandBody,
    answer: clockSchema,
  }),
} as const;

export type ClockCommand = z.infer<typeof clockCommandBody>;
