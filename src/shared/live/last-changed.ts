import { useQuery } from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';
import { shownRecords } from '#contract/shown-records.ts';
import { pulseQuery } from './pulse-query.ts';
import { lastChangeOf } from './stale-queries.ts';

/**
 * The version at which something that a read depends on was last written, by the last pulse: for queries that are not refetched
 * automatically. Null before the first pulse.
 */
export function useLastChanged(name: OperationName): number | null {
  const { data } = useQuery({
    ...pulseQuery,
    enabled: false,
    select: (pulse) => lastChangeOf(shownRecords[name] ?? [], pulse),
    notifyOnChangeProps: ['data'],
  });
  return data ?? null;
}
