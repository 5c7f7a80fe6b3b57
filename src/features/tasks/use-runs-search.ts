import { runSorts, type RunSort } from '#contract/tasks.ts';
import { runStates, type RunState } from '#domain/response/run-state.ts';
import { useSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import type { Sorting } from '#src/shared/ui/table/sorting.ts';

/** The search params of the runs list in the open window, with setters. */
export function useRunsSearch(initial: Sorting<RunSort>) {
  const search = useSearchParams('runsSort', 'runsOrder', 'runsState', 'runsQ', 'runsPage');
  const setPlace = useSetSearchParams();
  const sort = runSorts.find((name) => name === search.runsSort);
  const sorting: Sorting<RunSort> = sort ? { sort, order: search.runsOrder ?? 'asc' } : initial;
  const state = runStates.find((name) => name === search.runsState);
  const q = search.runsQ ?? '';
  const filter = { ...(q === '' ? {} : { search: q }), ...(state ? { state } : {}) };
  return {
    q,
    state,
    sorting,
    page: search.runsPage ?? 1,
    /** The query parameters without the page. */
    query: { ...sorting, ...filter },
    /** The query parameters without order and page. */
    filter,
    /** @param options `replace` where an address with a page past the end is corrected */
    onPage: (page: number, options: { replace: boolean }) => {
      setPlace({ runsPage: page }, options);
    },
    onShowAll: () => {
      setPlace({ runsQ: undefined, runsState: undefined, runsPage: undefined }, { replace: true });
    },
    /** A change of search, filter or order goes to the first page. */
    onSearch: (text: string | undefined) => {
      setPlace({ runsQ: text, runsPage: undefined }, { replace: true });
    },
    onState: (chosen: RunState | null) => {
      setPlace({ runsState: chosen ?? undefined, runsPage: undefined }, { replace: true });
    },
    onSort: (next: Sorting<RunSort>) => {
      setPlace({ runsSort: next.sort, runsOrder: next.order, runsPage: undefined }, { replace: true });
    },
  };
}
