import { useQuery } from '@tanstack/react-query';
import { whyRoleMayNot, type Right } from '#contract/rights.ts';
import type { WorldView } from '#contract/simulation.ts';
import { queryOf } from '#src/shared/api/queries.ts';

type Session = Pick<WorldView, 'role' | 'rights'>;

/**
 * Why the user lacks one of these rights, as a sentence; null if they have all. The backend checks every request again: this
 * only avoids offering what it would refuse.
 * @param session undefined while loading; everything is denied until then
 */
export function denialReason(session: Session | undefined, needed: readonly Right[]): string | null {
  if (!session) return 'It is not known yet who is signed in here.';
  const missing = needed.find((right) => !session.rights.includes(right));
  return missing === undefined ? null : whyRoleMayNot(session.role, missing);
}

/** The signed-in user of this tab with their rights; undefined while loading. */
export const useSession = (): WorldView | undefined => useQuery({ ...queryOf('world'), staleTime: Infinity }).data;

/** Why the signed-in user lacks one of these rights; null if they have all. */
export const useDenialReason = (...needed: readonly Right[]): string | null => denialReason(useSession(), needed);
