import { useQuery } from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';
import { shownRecords } from '#contract/shown-records.ts';
import { pulseQuery } from './pulse-query.ts';
import { lastChangeOf } from './stale-queries.ts';

/**
 * When something that a read is made of was last written, as the last pulse says: for an answer that is not asked for again
 * by itself. Null before the first pulse.
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
