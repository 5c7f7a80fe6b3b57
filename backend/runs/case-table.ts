import type { RunCase } from '../ports/run-records.ts';

/** Cases as they are met, each listed once: the same case always has the same index. */
export interface CaseTable {
  readonly cases: readonly RunCase[];
  /** The index of a case, listed now where it was not. */
  indexOf(wanted: RunCase): number;
}

export function caseTable(known: readonly RunCase[] = []): CaseTable {
  const cases = [...known];
  // Filled when first needed: where nothing changes, no case is ever looked for.
  let indexes: Map<string, number> | null = null;
  return {
    cases,
    indexOf(wanted) {
      indexes ??= new Map(cases.map((one, index) => [JSON.stringify(one), index]));
      const key = JSON.stringify(wanted);
      const index = indexes.get(key) ?? cases.push(wanted) - 1;
      indexes.set(key, index);
      return index;
    },
  };
}
