import {
  queryOptions,
  type Query,
  type QueryClient,
  type QueryFunctionContext,
  type QueryKey,
} from '@tanstack/react-query';
import type { OperationName } from '#contract/operations.ts';
import { call, callTagged, type CallInput } from './client.ts';

/** The version of the store that each query's answer shows, as in `versionHeader`. */
const versions = new WeakMap<Query, string>();

/** The version of the store that a query's answer shows; undefined if unknown. */
export const versionRead = (query: Query): string | undefined => versions.get(query);

/** The options of a query's call: its abort signal, and a callback that records the version of the answer. */
export const callOptionsOf = ({ signal, client, queryKey }: QueryFunctionContext) => ({
  signal,
  onVersion: (version: string) => {
    noteVersion(client, queryKey, version);
  },
});

function noteVersion(client: QueryClient, queryKey: QueryKey, version: string): void {
  const query = client.getQueryCache().find({ queryKey });
  if (query) versions.set(query, version);
}

/** Stores the answer to a write as that of the read of the same object, which is then not sent. */
export function storeAnswer(client: QueryClient, queryKey: QueryKey, answer: unknown, version: string): void {
  client.setQueryData(queryKey, answer);
  noteVersion(client, queryKey, version);
}

/**
 * The query of a read operation. Its key is the operation's name and input, so that
 * `invalidateQueries({ queryKey: ['policy'] })` reaches every policy and nobody spells a key.
 */
export const queryOf = <N extends OperationName>(name: N, input: CallInput<N> = {}) =>
  queryOptions({
    queryKey: [name, input] as const,
    queryFn: (context) => call(name, input, callOptionsOf(context)),
  });

/** The same, keeping the answer's ETag for the write that follows. */
export const taggedQueryOf = <N extends OperationName>(name: N, input: CallInput<N> = {}) =>
  queryOptions({
    queryKey: [name, input] as const,
    queryFn: (context) => callTagged(name, input, callOptionsOf(context)),
  });
