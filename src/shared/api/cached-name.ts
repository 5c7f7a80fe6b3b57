import type { QueryClient } from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';

/** The name of an object in a cached list, for the title of its window while the object is loading. */
export function cachedName(queries: QueryClient, list: OperationName, id: string): string | null {
  const rows = queries
    .getQueriesData<{ readonly rows?: readonly { readonly id: string; readonly name: string }[] }>({ queryKey: [list] })
    .flatMap(([, data]) => data?.rows ?? []);
  return rows.find((row) => row.id === id)?.name ?? null;
}
