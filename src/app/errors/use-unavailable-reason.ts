import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';

const kinds = ['not-signed-in', 'newer-data', 'storage-not-answering'] as const;

/**
 * Why no page can be shown: this tab is signed in as somebody whom the server does not know, so that every answer is *no*;
 * the data was written by a newer version of the console than this page is of, and nothing of it is touched; or the storage
 * does not say what it holds.
 */
export function useUnavailableReason(): (typeof kinds)[number] | null {
  const { error } = useQuery({ ...queryOf('world'), staleTime: Infinity });
  return error instanceof ApiProblem ? (kinds.find((kind) => kind === error.kind) ?? null) : null;
}
