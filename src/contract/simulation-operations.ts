import { op } from './operation.ts';
import {
  clockCommandBody,
  clockSchema,
  durationModelSchema,
  previewBody,
  previewSchema,
  worldSchema,
} from './simulation.ts';

/** The simulated clock and the world. */
export const simulationOperations = {
  clock: op('GET', '/clock', 'The simulated clock', { needs: 'view', answer: clockSchema }),
  setClock: op('POST', '/clock', 'Pause, run, jump, or go back to real time', {
    needs: 'simulate',
    body: clockCommandBody,
    answer: clockSchema,
  }),
  durationModel: op('GET', '/simulation/durations', 'How long scans take', {
    needs: 'view',
    answer: durationModelSchema,
  }),
  setDurationModel: op('PUT', '/simulation/durations', 'Say how long the scans of later tasks take', {
    needs: 'simulate',
    body: durationModelSchema,
    answer: durationModelSchema,
  }),
  preview: op('POST', '/preview', 'When would tasks start?', {
    needs: 'view',
    body: previewBody,
    answer: previewSchema,
  }),
  world: op('GET', '/world', 'What world this is and how it is kept', { needs: 'view', answer: worldSchema }),
  resetWorld: op('POST', '/world/reset', 'Put the demo data back as they were', {
    needs: 'reset-data',
    answer: worldSchema,
  }),
} as const;
