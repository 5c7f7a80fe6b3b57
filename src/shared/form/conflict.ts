import type { Merge, Side } from '#domain/policy/merge.ts';

/** A version that somebody else saved, compared with the draft part by part. */
export interface Conflict<View, Draft> {
  readonly base: Draft;
  readonly theirs: View;
  readonly theirDraft: Draft;
  readonly mine: Draft;
  readonly merge: Merge<Draft>;
  readonly choose: (part: string, side: Side) => void;
  readonly takeTheirs: () => void;
  readonly saveMerged: () => void;
}

/** A version that somebody else saved during the edit and that has not been reviewed. */
export interface NewerVersion<View> {
  readonly value: View;
  /** What they changed, in words. */
  readonly changes: readonly string[];
  /** Shows both versions, part by part. */
  readonly review: () => void;
}
