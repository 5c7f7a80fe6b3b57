import { z } from 'zod';
import { changeIdSchema } from '#domain/ids.ts';
import { searchParamsSchema, searchTextParam } from '#src/shared/navigation/route-location.ts';

/** The search params of the audit log. Invalid values are dropped. */
export const auditSearchSchema = searchParamsSchema.pick({ scenario: true, q: true, page: true }).extend({
  by: z.string().max(100).optional().catch(undefined),
  object: searchTextParam,
  /** Instants of simulated time, inclusive and exclusive. `useAuditSearch` parses them, because that code loads later. */
  from: z.string().max(100).optional().catch(undefined),
  to: z.string().max(100).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  /** The entry whose details are open, and the entry whose undo dialog is open. */
  change: changeIdSchema.optional().catch(undefined),
  undo: changeIdSchema.optional().catch(undefined),
  /** The object whose history is open over the details, as `policy/berlin`. */
  history: z.string().max(100).optional().catch(undefined),
});
