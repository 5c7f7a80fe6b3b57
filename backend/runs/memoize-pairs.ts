/** About how much memory may be taken to look decisions up by place: beyond it, many kinds of many cases are kept apart. */
const maxEntries = 4_000_000;

/**
 * What was decided for each pair of a kind and a case, as numbers from 0 on. A few kinds have a row of their own each,
 * which is the quickest to read; where there are many, the pairs that occur are far fewer than those that could.
 * @param width how many cases there are
 */
export function memoizePairs(width: number) {
  const rows: (Uint32Array | undefined)[] = [];
  const others = new Map<number, number>();
  let entries = 0;

  const rowOf = (kind: number): Uint32Array | undefined => {
    const row = rows[kind];
    if (row || entries + width > maxEntries) return row;
    entries += width;
    return (rows[kind] = new Uint32Array(width));
  };

  /** @param decide asked once for each pair @returns what was decided, 0 or more */
  return (kind: number, at: number, decide: () => number): number => {
    const row = rowOf(kind);
    const known = row ? (row[at] ?? 0) : (others.get(kind * width + at) ?? 0);
    if (known > 0) return known - 1;
    const decided = decide();
    if (row) row[at] = decided + 1;
    else others.set(kind * width + at, decided + 1);
    return decided;
  };
}
