import { dayTimeIn, viewerZone } from '#src/shared/time/format.ts';

/** Revision, author and time of a version. */
export interface Revised {
  readonly revision: number;
  /** Null if it was never saved. */
  readonly modifiedBy: string | null;
  /** Null if unknown. */
  readonly modifiedAt: string | null;
}

/**
 * `J. Keller saved revision 4`
 * @param user the name of the user signed in in this tab, who may have saved in another tab
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
