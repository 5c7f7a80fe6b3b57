import { skipToken, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { call, type Tagged } from '#src/shared/api/client.ts';
import { callOptionsOf } from '#src/shared/api/queries.ts';

/** The outcome of a save whose answer was lost; `unknown` until the backend has reported it. */
export type Outcome<View> =
  { readonly kind: 'unknown' | 'not-made' } | { readonly kind: 'made'; readonly saved: Tagged<View> };

/**
 * Requests the outcome of the save under a key, again after every write. Null if the key is null.
 */
export function useWriteOutcome<View>(key: string | null, view: z.ZodType<View> | undefined): Outcome<View> | null {
  const { data, isFetching, isError } = useQuery({
    queryKey: ['writeOutcome', { params: { key } }] as const,
    queryFn: key === null ? skipToken : (context) => call('writeOutcome', { params: { key } }, callOptionsOf(context)),
    gcTime: 0,
  });
  if (key === null) return null;
  if (data?.made && data.etag !== null) {
    const saved = view?.safeParse(data.answer);
    if (saved?.success) return { kind: 'made', saved: { value: saved.data, etag: data.etag } };
  }
  return { kind: (data && !isFetching) || isError ? 'not-made' : 'unknown' };
}
