import type { Tagged } from '#src/shared/api/client.ts';
import type { SavedDraft } from './saved-draft.ts';

interface Now<View, Draft> {
  /** The newest version. */
  readonly latest: Tagged<View>;
  readonly draftOf: (view: View) => Draft;
  readonly differences: (from: Draft, to: Draft, base: View) => readonly string[];
}

/** A stored draft compared with the newest version: its changes in words, and whether its base version is outdated. */
export function recoverDraft<View, Draft>(
  kept: SavedDraft<View, Draft>,
  { latest, draftOf, differences }: Now<View, Draft>,
) {
  const { base, draft, atMs } = kept;
  const before = draftOf(base.value);
  // After a reset, revision numbers start again: the same number may be another version.
  const stale = base.etag !== latest.etag || differences(before, draftOf(latest.value), latest.value).length > 0;
  return { kept, atMs, changes: differences(before, draft, base.value), stale };
}
