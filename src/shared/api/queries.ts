import { queryOptions } from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';
import { call, callTagged, type CallInput } from './client.ts';

/**
 * The query of a read operation. Its key is the operation's name and input, so that
 * `invalidateQueries({ queryKey: ['policy'] })` reaches every policy and nobody spells a key.
 */
export const queryOf = <N extends OperationName>(name: N, input: CallInput<N> = {}) =>
  queryOptions({
    queryKey: [name, input] as const,
    queryFn: ({ signal }) => call(name, input, { signal }),
  });

/** The same, keeping the answer's ETag for the write that follows. */
export const taggedQueryOf = <N extends OperationName>(name: N, input: CallInput<N> = {}) =>
  queryOptions({
    queryKey: [name, input] as const,
    queryFn: ({ signal }) => callTagged(name, input, { signal }),
  });
