import type { SearchParams } from '#src/shared/navigation/route-location.ts';

/** What narrows the table of runs to those behind a number. */
export type RunsFilter = Pick<SearchParams, 'fate' | 'zone' | 'sub' | 'by' | 'starts'>;

/** What takes every filter but the search away. */
export const noRunsFilter = {
  fate: undefined,
  zone: undefined,
  sub: undefined,
  by: undefined,
  starts: undefined,
  page: undefined,
} as const;
