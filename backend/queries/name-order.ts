import { memoizeByIdentity } from '../runs/memoize.ts';
import { compareText } from './page.ts';
import { sortKey } from './sort-key.ts';

/**
 * The places of many texts in the order of `compareText`, without asking a collator of each two where no text needs it.
 * @param tie the order of the places of equal texts; without it they keep the order they came in
 */
export function sortedByText(
  texts: readonly string[],
  tie: (a: number, b: number) => number = (a, b) => a - b,
): Uint32Array<ArrayBuffer> {
  const keys = texts.map(sortKey);
  const plain = keys.every((key) => key !== null);
  const indexes = texts.map((_, place) => place);
  // Names mostly come in runs that are in order already: a plain array is sorted by its runs, a typed one is not.
  indexes.sort(
    plain
      ? (a, b) => byCodeUnits(keys[a] ?? '', keys[b] ?? '') || tie(a, b)
      : (a, b) => compareText(texts[a] ?? '', texts[b] ?? '') || tie(a, b),
  );
  return Uint32Array.from(indexes);
}

/** The same, worked out once for a list of names; equal ones keep the order they came in. */
export const nameOrder = memoizeByIdentity((names: readonly string[]) => sortedByText(names));

const byCodeUnits = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The rank of each of many texts among them in their order; those that a person would not tell apart have the same. A
 * fleet's names hardly change: the ranks are kept by text, and made anew when one of the texts has none.
 */
export function cachedRanks(): (texts: readonly string[]) => Float64Array {
  let ranks = new Map<string, number>();
  return (texts) => {
    const found = new Float64Array(texts.length);
    const isKnown = texts.every((text, i) => {
      const rank = ranks.get(text);
      if (rank !== undefined) found[i] = rank;
      return rank !== undefined;
    });
    if (isKnown) return found;
    ranks = ranksOf([...new Set(texts)]);
    return found.map((_, i) => ranks.get(texts[i] ?? '') ?? 0);
  };
}

function ranksOf(distinct: readonly string[]): Map<string, number> {
  let rank = 0;
  let before: string | undefined;
  const ranks = new Map<string, number>();
  for (const place of sortedByText(distinct)) {
    const text = distinct[place] ?? '';
    if (before !== undefined && compareText(before, text) !== 0) rank += 1;
    ranks.set(text, rank);
    before = text;
  }
  return ranks;
}
