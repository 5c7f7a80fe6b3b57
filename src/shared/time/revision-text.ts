import type { SavedView } from '#contract/saved.ts';
import { dateTimeIn } from './format.ts';

/** `revision 2, M. Admin, 24 Nov 2026 19:05`. Show the zone nearby. */
export const revisionText = ({ revision, modifiedBy, modifiedAt }: SavedView, zone: string): string =>
  `revision ${String(revision)}, ${modifiedBy}, ${dateTimeIn(zone, modifiedAt)}`;
