import type { Merge, Side } from '#domain/policy/merge.ts';

/** Somebody else's save that the edit ran into, held against the edit part by part. */
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

/** What somebody else saved while this was edited, before it is reviewed. */
export interface NewerVersion<View> {
  readonly value: View;
  /** What they changed, in words. */
  readonly changes: readonly string[];
  /** Shows both versions, part by part. */
  readonly review: () => void;
}
