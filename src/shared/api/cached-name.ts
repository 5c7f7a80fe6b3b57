import type { QueryClient } from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';

/** The name that a list already read gives an object, so that its window can say it while the object is on its way. */
export function cachedName(queries: QueryClient, list: OperationName, id: string): string | null {
  const rows = queries
    .getQueriesData<{ readonly rows?: readonly { readonly id: string; readonly name: string }[] }>({ queryKey: [list] })
    .flatMap(([, data]) => data?.rows ?? []);
  return rows.find((row) => row.id === id)?.name ?? null;
}
