/** The limit of entries in dense rows; further pairs are stored in a map. */
const maxEntries = 4_000_000;

/**
 * Memoises a function of a kind and a case, both small integers. The first kinds have a dense row each, which is fastest;
 * with many kinds, few of the possible pairs occur, and a map takes over.
 * @param width the number of cases
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

  /** @param decide called once for each pair @returns its result, an integer of 0 or more */
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
