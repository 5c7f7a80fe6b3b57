import type { RunView } from '#contract/tasks.ts';

/** What a person ticked, and of which view of the list: its page, filter, search and sorting. */
export interface RunSelection {
  readonly view: string;
  readonly ids: ReadonlySet<string>;
  /** The filter and search of which every run is meant, on whatever page; null where single ones are. */
  readonly all: string | null;
}

/** Which view of the list is in sight, and which filter and search narrow it. */
export interface ListView {
  readonly view: string;
  readonly filter: string;
}

export const emptySelection = (view: string): RunSelection => ({ view, ids: new Set(), all: null });

/** True while what was ticked counts for what is in sight: all that match on every page, single ones on theirs alone. */
export const isCurrentSelection = (ticked: RunSelection, { view, filter }: ListView): boolean =>
  ticked.all === null ? ticked.view === view : ticked.all === filter;

/**
 * The runs in sight that *Start selected* acts on: those ticked that can still be started. Another page, filter or
 * sorting is another view: it begins with nothing ticked, unless all that match are meant.
 */
export function selectedRuns(ticked: RunSelection, inSight: ListView, rows: readonly RunView[]): RunView[] {
  if (!isCurrentSelection(ticked, inSight)) return [];
  return rows.filter((run) => run.startable && (ticked.all !== null || ticked.ids.has(run.id)));
}

interface Found {
  readonly rows: readonly RunView[];
  /** How many of all that match could be started. */
  readonly startable: number;
}

/** How many runs *Start selected* acts on, on this page and the others. */
export const countSelected = (ticked: RunSelection, inSight: ListView, { rows, startable }: Found): number =>
  ticked.all !== null && isCurrentSelection(ticked, inSight) ? startable : selectedRuns(ticked, inSight, rows).length;

/** How many all that match are, to be selected where a whole page is; null where it is not, or where it is all there is. */
export function selectableAll(ticked: RunSelection, inSight: ListView, { rows, startable }: Found): number | null {
  if (ticked.all !== null) return null;
  const able = rows.filter((run) => run.startable).length;
  const whole = able > 0 && selectedRuns(ticked, inSight, rows).length === able;
  return whole && startable > able ? startable : null;
}
