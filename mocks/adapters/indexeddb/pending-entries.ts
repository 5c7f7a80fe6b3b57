import { bytesOf, withoutEmptyCollections } from '#backend/ports/merge-commits.ts';
import type { Entry, Includes } from './journal-length.ts';
import { collections, type Changes, type Collection, type Records } from '#backend/ports/store.ts';

/** What the commits of a journal change, in its order. A piece counts only as a part of the commit that includes its token. */
export function committedIn(entries: readonly Entry[]): Changes[] {
  const pieces = new Map<string, Changes[]>();
  return entries.flatMap(({ changes, pending, includes }) => {
    if (pending === undefined) return [includes ? joined(changes, includes, pieces) : changes];
    pieces.set(pending, [...(pieces.get(pending) ?? []), changes]);
    return [];
  });
}

/** A commit with the records that it includes. */
function joined(changes: Changes, includes: Includes, pieces: ReadonlyMap<string, readonly Changes[]>): Changes {
  const included = collections.flatMap((collection) => {
    const token = includes[collection];
    if (token === undefined) return [];
    const put = (pieces.get(token) ?? []).flatMap(
      (piece): readonly Records[Collection][] => piece[collection]?.put ?? [],
    );
    return [[collection, { ...changes[collection], put }] as const];
  });
  return { ...changes, ...Object.fromEntries(included) };
}

/** What is left of a commit to write where the records of some collections are included by their tokens. */
export function withoutIncluded(changes: Changes, includes: Includes): Changes {
  const rest = collections.flatMap((collection) => {
    const change = changes[collection];
    if (!change) return [];
    return [[collection, includes[collection] === undefined ? change : { remove: change.remove ?? [] }] as const];
  });
  return withoutEmptyCollections(Object.fromEntries(rest)) ?? {};
}

/** Records in slices of about so many bytes each, judged by their average. */
export function slicesOf<T>(records: readonly T[], bytesOfEach: number): T[][] {
  const count = Math.max(1, Math.floor((records.length * bytesOfEach) / bytesOf(records)));
  return Array.from({ length: Math.ceil(records.length / count) }, (_, i) => records.slice(i * count, (i + 1) * count));
}
