import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';

const kinds = ['not-signed-in', 'newer-data', 'storage-not-answering'] as const;

/**
 * Why no page can be shown: the server does not know the user of this tab, the data was written by a newer version of the
 * console, or the storage does not answer. Null if pages can be shown.
 */
export function useUnavailableReason(): (typeof kinds)[number] | null {
  const { error } = useQuery({ ...queryOf('world'), staleTime: Infinity });
  return error instanceof ApiProblem ? (kinds.find((kind) => kind === error.kind) ?? null) : null;
}
