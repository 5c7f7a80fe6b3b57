import type { RunView } from '#contract/tasks.ts';

/** What a person ticked, and of which view of the list: its page, filter, search and sorting. */
export interface Ticked {
  readonly view: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * The runs that *Start selected* acts on: those ticked in the view in sight that are on its page and can still be
 * started. Another page, filter or sorting is another view: it begins with nothing ticked.
 */
export const tickedRuns = (ticked: Ticked, view: string, rows: readonly RunView[]): RunView[] =>
  ticked.view === view ? rows.filter((run) => run.startable && ticked.ids.has(run.id)) : [];
