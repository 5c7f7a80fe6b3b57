import { useQuery, type DefaultError, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';

/** What a dialog reads of the object that it is about to change. */
interface RefetchedQuery<T> {
  /** What was read last; undefined where nothing was. */
  readonly data: T | undefined;
  /** True until it was read, or could not be read, since the dialog opened. */
  readonly isPending: boolean;
  /** Why it could not be read; null where it was. */
  readonly error: DefaultError | null;
  readonly retry: () => void;
}

/**
 * Reads an object anew when a dialog opens that will change it. What is kept of it may be from before the last save, and a write
 * that is based on that would be refused for a person's own save.
 */
export function useRefetchedOnMount<T, Key extends QueryKey>(
  options: UseQueryOptions<T, DefaultError, T, Key>,
): RefetchedQuery<T> {
  const { data, isFetchedAfterMount, error, refetch } = useQuery({ ...options, refetchOnMount: 'always' });
  return { data, isPending: !isFetchedAfterMount, error, retry: () => void refetch() };
}
