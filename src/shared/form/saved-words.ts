import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';

/** What a version says of the save that made it. */
export interface Revised {
  readonly revision: number;
  /** Null where nobody saved yet. */
  readonly modifiedBy: string | null;
  /** Null where that is not known. */
  readonly modifiedAt: string | null;
}

/**
 * `J. Keller saved revision 4 on Tue 24 Nov 18:49, Europe/Berlin`, in the viewer's zone.
 * @param user who is signed in in this tab, by the name that a revision keeps: one's own other tab is nobody else
 */
export function savedWords({ revision, modifiedBy, modifiedAt }: Revised, user: string | undefined): string {
  const zone = viewerZone();
  const when = modifiedAt === null ? '' : ` on ${dayTimeIn(zone, modifiedAt)}, ${zone}`;
  return modifiedBy !== null && modifiedBy === user
    ? `You saved revision ${String(revision)} in another tab${when}`
    : `${modifiedBy ?? 'Somebody'} saved revision ${String(revision)}${when}`;
}
