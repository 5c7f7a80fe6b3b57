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
 * `J. Keller saved revision 4`
 * @param user who is signed in in this tab, by the name that a revision keeps: one's own other tab is nobody else
 */
export const describeRevisionAuthor = ({ revision, modifiedBy }: Revised, user: string | undefined): string =>
  modifiedBy !== null && modifiedBy === user
    ? `You saved revision ${String(revision)} in another tab`
    : `${modifiedBy ?? 'Somebody'} saved revision ${String(revision)}`;

/** `J. Keller saved revision 4 on Tue 24 Nov 18:49, Europe/Berlin`, in the viewer's zone. */
export function describeSave(view: Revised, user: string | undefined): string {
  const zone = viewerZone();
  const { modifiedAt } = view;
  return (
    describeRevisionAuthor(view, user) + (modifiedAt === null ? '' : ` on ${dayTimeIn(zone, modifiedAt)}, ${zone}`)
  );
}
