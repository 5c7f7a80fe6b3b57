import { z } from 'zod';
import { recordKinds } from './record-kinds.ts';
import { op } from './operation.ts';

/** How to open a world whose storage did not respond: retry the storage, or start a new one in memory. */
export const openWorldBody = z.object({ persistence: z.enum(['indexed-db', 'memory']) }).meta({ id: 'OpenWorld' });

export type OpenWorld = z.infer<typeof openWorldBody>;

export const openWorldOperations = {
  /** A world that is already open stays unchanged, for late requests from other tabs. */
  openWorld: op('POST', '/world/open', 'Open a world whose storage did not answer; one that is open stays as it is', {
    needs: 'view',
    affects: recordKinds,
    body: openWorldBody,
    answer: z.object({}),
  }),
} as const;
