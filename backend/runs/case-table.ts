import type { RunCase } from '../ports/run-records.ts';

/** Cases as they are met, each listed once: the same case always has the same place. */
export interface CaseTable {
  readonly cases: readonly RunCase[];
  /** The place of a case, listed now where it was not. */
  placeOf(wanted: RunCase): number;
}

export function caseTable(known: readonly RunCase[] = []): CaseTable {
  const cases = [...known];
  // Filled when first needed: where nothing changes, no case is ever looked for.
  let places: Map<string, number> | null = null;
  return {
    cases,
    placeOf(wanted) {
      places ??= new Map(cases.map((one, place) => [JSON.stringify(one), place]));
      const key = JSON.stringify(wanted);
      const place = places.get(key) ?? cases.push(wanted) - 1;
      places.set(key, place);
      return place;
    },
  };
}
