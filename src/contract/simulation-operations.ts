import { z } from 'zod';
import { recordKinds } from './record-kinds.ts';
import { op } from './operation.ts';
import { clockSchema, worldSchema } from './simulation.ts';

/** The simulated clock and the world. */
export const simulationOperations = {
  clock: op('GET', '/clock', 'The simulated clock', { needs: 'view', answer: clockSchema }),
  world: op('GET', '/world', 'What world this is and how it is kept', { needs: 'view', answer: worldSchema }),
  /** What a write leads to is known once it is written, after its answer was made: the world is asked then. */
  storeWorld: op('POST', '/world/store', 'Bring to the disk what is in memory only; the world says how that went', {
    needs: 'view',
    affects: ['server'],
    answer: z.object({}),
  }),
  resetWorld: op('POST', '/world/reset', 'Put the demo data back as they were', {
    needs: 'reset-data',
    affects: recordKinds,
    answer: worldSchema,
  }),
} as const;
