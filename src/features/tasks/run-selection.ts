import type { RunView } from '#contract/tasks.ts';

/** Selected runs, and the view of the list (page, filter, search, order) that they belong to. */
export interface RunSelection {
  readonly view: string;
  readonly ids: ReadonlySet<string>;
  /** The filter and search whose runs on all pages are selected; null for single runs. */
  readonly all: string | null;
}

/** The current view of the list, and its filter and search. */
export interface ListView {
  readonly view: string;
  readonly filter: string;
}

export const emptySelection = (view: string): RunSelection => ({ view, ids: new Set(), all: null });

/** Whether the selection applies to the current view: *all matching* on every page, single runs on their page only. */
export const isCurrentSelection = (selection: RunSelection, { view, filter }: ListView): boolean =>
  selection.all === null ? selection.view === view : selection.all === filter;

/**
 * The selected runs of the current page that are still startable. Another page, filter or order clears the selection, unless
 * all matching runs are selected.
 */
export function selectedRuns(selection: RunSelection, current: ListView, rows: readonly RunView[]): RunView[] {
  if (!isCurrentSelection(selection, current)) return [];
  return rows.filter((run) => run.startable && (selection.all !== null || selection.ids.has(run.id)));
}

interface Found {
  readonly rows: readonly RunView[];
  /** The number of startable runs among all that match. */
  readonly startable: number;
}

/** The number of selected runs on all pages. */
export const countSelected = (selection: RunSelection, current: ListView, { rows, startable }: Found): number =>
  selection.all !== null && isCurrentSelection(selection, current)
    ? startable
    : selectedRuns(selection, current, rows).length;

/** The number of matching runs to offer for selection once the isPageSelected page is selected; null if not, or if there is one page. */
export function selectableAll(selection: RunSelection, current: ListView, { rows, startable }: Found): number | null {
  if (selection.all !== null) return null;
  const startableOnPage = rows.filter((run) => run.startable).length;
  const isPageSelected = startableOnPage > 0 && selectedRuns(selection, current, rows).length === startableOnPage;
  return isPageSelected && startable > startableOnPage ? startable : null;
}
