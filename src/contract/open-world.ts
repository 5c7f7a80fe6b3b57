import { z } from 'zod';
import { recordKinds } from './record-kinds.ts';
import { op } from './operation.ts';

/** How a world is opened whose storage did not answer: from the storage once more, or as a new one in memory. */
export const openWorldBody = z.object({ persistence: z.enum(['indexed-db', 'memory']) }).meta({ id: 'OpenWorld' });

export type OpenWorld = z.infer<typeof openWorldBody>;

export const openWorldOperations = {
  /** A world that is open stays as it is, for whoever comes late with it from another tab. */
  openWorld: op('POST', '/world/open', 'Open a world whose storage did not answer; one that is open stays as it is', {
    needs: 'view',
    affects: recordKinds,
    body: openWorldBody,
    answer: z.object({}),
  }),
} as const;
