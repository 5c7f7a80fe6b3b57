import { z } from 'zod';
import { changeIdSchema } from '#domain/ids.ts';
import { searchParamsSchema, searchTextParam } from '#src/shared/navigation/route-location.ts';

/** What the address says of the audit log. A value that makes no sense is dropped. */
export const auditSearchSchema = searchParamsSchema.pick({ scenario: true, q: true, page: true }).extend({
  by: z.string().max(100).optional().catch(undefined),
  object: searchTextParam,
  /** Instants of simulated time, from this one on and before that one; what reads them comes with the log (`useAuditSearch`). */
  from: z.string().max(100).optional().catch(undefined),
  to: z.string().max(100).optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  /** The entry whose details are open, and the question whether to take it back. */
  change: changeIdSchema.optional().catch(undefined),
  undo: changeIdSchema.optional().catch(undefined),
  /** Over the details: the history of one of their objects, as `policy/berlin`. */
  history: z.string().max(100).optional().catch(undefined),
});
