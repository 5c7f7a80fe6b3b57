import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';
import { instantSchema } from '#contract/time.ts';
import { changeIdSchema } from '#domain/ids.ts';
import { placeSearchSchema } from '#src/shared/navigation/place.ts';

/** What the address says of the audit log. A value that makes no sense is dropped. */
export const auditSearchSchema = placeSearchSchema.pick({ scenario: true, q: true, page: true }).extend({
  by: z.string().max(100).optional().catch(undefined),
  object: z.string().max(200).optional().catch(undefined),
  /** Instants of simulated time: from this one on, and before that one. */
  from: instantSchema.optional().catch(undefined),
  to: instantSchema.optional().catch(undefined),
  order: z.enum(['asc', 'desc']).optional().catch(undefined),
  /** The entry whose details are open, and the question whether to take it back. */
  change: changeIdSchema.optional().catch(undefined),
  undo: changeIdSchema.optional().catch(undefined),
  /** Over the details: the history of one of their objects, as `policy/berlin`. */
  history: z.string().max(100).optional().catch(undefined),
});

type AuditSearch = z.infer<typeof auditSearchSchema>;

const route = getRouteApi('/audit');

/** What the address says of the audit log. */
export const useAuditSearch = (): AuditSearch => route.useSearch();

/** Changes what the address says. A push can be undone with Back; `replace` is for typing and sorting. */
export function useSetAuditSearch() {
  const navigate = route.useNavigate();
  return (change: { [K in keyof AuditSearch]?: AuditSearch[K] | undefined }, options: { replace?: boolean } = {}) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: options.replace ?? false });
}

/** What takes every filter away. */
export const noFilters = { q: undefined, by: undefined, object: undefined, from: undefined, to: undefined };
