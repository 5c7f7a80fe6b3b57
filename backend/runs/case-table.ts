import type { RunCase } from '../ports/run-records.ts';

/** Interned cases: equal cases share an index. */
export interface CaseTable {
  readonly cases: readonly RunCase[];
  /** The index of a case, which is added if it is new. */
  indexOf(wanted: RunCase): number;
}

export function caseTable(known: readonly RunCase[] = []): CaseTable {
  const cases = [...known];
  // Built lazily: a change without effect never looks a case up.
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
