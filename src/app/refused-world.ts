import { useQuery } from '@tanstack/react-query';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';

/**
 * Why no page can be shown: this tab is signed in as somebody whom the server does not know, so that every answer is *no*;
 * or the data was written by a newer version of the console than this page is of, and nothing of it is touched.
 */
export function useRefusedWorld(): 'not-signed-in' | 'newer-data' | null {
  const { error } = useQuery({ ...queryOf('world'), staleTime: Infinity });
  if (!(error instanceof ApiProblem)) return null;
  return error.kind === 'not-signed-in' || error.kind === 'newer-data' ? error.kind : null;
}
