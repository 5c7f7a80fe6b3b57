import type { Changes, Collection } from '#backend/ports/store.ts';

/** One commit, or with `whole` a piece of what several came to. */
export interface Entry {
  readonly changes: Changes;
  readonly bytes: number;
  readonly whole: boolean;
  /** The token of records that were written ahead of their commit, of which this is a piece. It means nothing by itself. */
  readonly pending?: string;
  /** Collections whose records were written ahead, with the token of their pieces: this commit puts them. */
  readonly includes?: Includes;
}

export type Includes = { readonly [C in Collection]?: string };

/** How long a journal is: what was merged, and what was written since, pieces of commits that never came among it. */
export interface Length {
  readonly mergedBytes: number;
  readonly commits: number;
  readonly bytes: number;
}

const MiB = 2 ** 20;

/**
 * Many small entries are slow to read, and many bytes are mostly written over since; merging costs as much as there is. One import
 * of 100,000 devices, of some 24 MiB, is not merged at once: nothing of it was written over yet.
 */
export const isLong = ({ commits, bytes, mergedBytes }: Length): boolean =>
  commits > 200 || bytes > Math.max(32 * MiB, mergedBytes);

/** How long a journal is after one more entry. */
export const grown = (length: Length, bytes: number): Length => ({
  ...length,
  commits: length.commits + 1,
  bytes: length.bytes + bytes,
});

export function lengthOf(entries: readonly Entry[]): Length {
  const bytesIn = (some: readonly Entry[]) => some.reduce((sum, { bytes }) => sum + bytes, 0);
  const commits = entries.filter(({ whole }) => !whole);
  return { mergedBytes: bytesIn(entries) - bytesIn(commits), commits: commits.length, bytes: bytesIn(commits) };
}
