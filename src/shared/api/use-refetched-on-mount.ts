import { useQuery, type DefaultError, type QueryKey, type UseQueryOptions } from '@tanstack/react-query';

/** The object that a dialog is about to change. */
interface RefetchedQuery<T> {
  /** The last answer; undefined if there is none. */
  readonly data: T | undefined;
  /** True until the refetch since the dialog opened has succeeded or failed. */
  readonly isPending: boolean;
  /** Why the refetch failed; null otherwise. */
  readonly error: DefaultError | null;
  readonly retry: () => void;
}

/**
 * Refetches an object when a dialog that changes it opens. A cached version may be older than the user's own last save, and a
 * write based on it would be refused.
 */
export function useRefetchedOnMount<T, Key extends QueryKey>(
  options: UseQueryOptions<T, DefaultError, T, Key>,
): RefetchedQuery<T> {
  const { data, isFetchedAfterMount, error, refetch } = useQuery({ ...options, refetchOnMount: 'always' });
  return { data, isPending: !isFetchedAfterMount, error, retry: () => void refetch() };
}
