import type { PlannedRuns } from './plan-forecast-runs.ts';

interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

/** The rows of one page, and the total over all pages. */
export interface RowPage {
  readonly rows: readonly number[];
  readonly total: number;
}

/**
 * A page of the filtered rows by device; the rows of a device are in the order of the detections.
 * @param order the devices in their order
 */
export function pageByDevice(
  runs: PlannedRuns,
  order: Uint32Array,
  passes: (row: number) => boolean,
  { page, pageSize }: PageRequest,
): RowPage {
  return rowsByDevice(runs, order, passes, (page - 1) * pageSize, page * pageSize);
}

/** The filtered rows with the positions [from, to). */
function rowsByDevice(
  { devices, detectionsMs }: PlannedRuns,
  order: Uint32Array,
  passes: (row: number) => boolean,
  from: number,
  to: number,
): RowPage {
  const rows: number[] = [];
  let total = 0;
  for (const device of order) {
    for (let detection = 0; detection < detectionsMs.length; detection += 1) {
      const row = detection * devices + device;
      if (!passes(row)) continue;
      if (total >= from && total < to) rows.push(row);
      total += 1;
    }
  }
  return { rows, total };
}

/**
 * A page of the filtered rows by start. Rows without a start come last in both directions; equal starts stay in the order
 * of the devices. Only rows whose starts are in the range of the page are sorted.
 */
export function pageByStart(
  runs: PlannedRuns,
  order: Uint32Array,
  passes: (row: number) => boolean,
  { page, pageSize }: PageRequest,
  direction: 1 | -1,
): RowPage {
  const { startsMs } = runs;
  const all = rowsByDevice(runs, order, passes, 0, Infinity).rows;
  const startOf = (row: number) => startsMs[row] ?? Infinity;
  const keys = Float64Array.from(all, (row) => keyOf(startOf(row), direction)).sort();
  const [from, to] = [(page - 1) * pageSize, Math.min(page * pageSize, all.length)];
  const [least, most] = [keys[from], keys[to - 1]];
  if (least === undefined || most === undefined) return { rows: [], total: all.length };
  const near = all.filter((row) => {
    const key = keyOf(startOf(row), direction);
    return key >= least && key <= most;
  });
  near.sort((a, b) => {
    const [first, second] = [keyOf(startOf(a), direction), keyOf(startOf(b), direction)];
    return first === second ? 0 : first - second;
  });
  const before = keys.indexOf(least);
  return { rows: near.slice(from - before, to - before), total: all.length };
}

const keyOf = (startMs: number, direction: 1 | -1): number => (startMs === Infinity ? Infinity : direction * startMs);
