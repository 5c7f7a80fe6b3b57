import type { Tagged } from '#src/shared/api/client.ts';
import type { SavedDraft } from './saved-draft.ts';

interface Now<View, Draft> {
  /** The version there is now. */
  readonly latest: Tagged<View>;
  readonly draftOf: (view: View) => Draft;
  readonly differences: (from: Draft, to: Draft, base: View) => readonly string[];
}

/** An edit of before, held against the version there is now: in words, and whether that is another one by now. */
export function recoverDraft<View, Draft>(
  kept: SavedDraft<View, Draft>,
  { latest, draftOf, differences }: Now<View, Draft>,
) {
  const { base, draft, atMs } = kept;
  const before = draftOf(base.value);
  // A world that was put back may count up to the same revision again.
  const stale = base.etag !== latest.etag || differences(before, draftOf(latest.value), latest.value).length > 0;
  return { kept, atMs, changes: differences(before, draft, base.value), stale };
}
