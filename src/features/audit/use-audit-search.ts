import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';
import { queryInstantSchema } from '#contract/instant.ts';
import type { auditSearchSchema } from './audit-search.ts';

type AuditSearch = z.infer<typeof auditSearchSchema>;

const route = getRouteApi('/audit');

const span = z.object({
  from: queryInstantSchema.optional().catch(undefined),
  to: queryInstantSchema.optional().catch(undefined),
});

/** The search params of the audit log; invalid instants are dropped. */
export function useAuditSearch(): AuditSearch {
  const search = route.useSearch();
  return { ...search, ...span.parse(search) };
}

/** Changes the search params. Use `replace` for typing and sorting, which Back should skip. */
export function useSetAuditSearch() {
  const navigate = route.useNavigate();
  return (change: { [K in keyof AuditSearch]?: AuditSearch[K] | undefined }, options: { replace?: boolean } = {}) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: options.replace ?? false });
}

export const noFilters = { q: undefined, by: undefined, object: undefined, from: undefined, to: undefined };
