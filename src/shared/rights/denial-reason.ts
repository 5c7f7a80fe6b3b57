import { useQuery } from '@tanstack/react-query';
import { whyRoleMayNot, type Right } from '#contract/rights.ts';
import type { WorldView } from '#contract/simulation.ts';
import { queryOf } from '#src/shared/api/queries.ts';

type Session = Pick<WorldView, 'role' | 'rights'>;

/**
 * Why a person may not do what needs all of these rights, as a sentence; null when they may. The backend decides anew with
 * each request: this is what it said of the session, so that nobody is let into a refusal.
 * @param session undefined while it is not known who is signed in: nothing is offered until then
 */
export function denialReason(session: Session | undefined, needed: readonly Right[]): string | null {
  if (!session) return 'It is not known yet who is signed in here.';
  const missing = needed.find((right) => !session.rights.includes(right));
  return missing === undefined ? null : whyRoleMayNot(session.role, missing);
}

/** Who is signed in in this tab, with what their role allows; undefined while that is not known. */
export const useSession = (): WorldView | undefined => useQuery({ ...queryOf('world'), staleTime: Infinity }).data;

/** Why the person signed in in this tab may not do what needs these rights; null when they may. */
export const useDenialReason = (...needed: readonly Right[]): string | null => denialReason(useSession(), needed);
