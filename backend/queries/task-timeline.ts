import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import { runInstants } from '../runs/run-instants.ts';
import { runSummaryAt } from '../runs/run-counts.ts';
import type { TaskRunSet, TaskRuns } from '../runs/task-runs.ts';
import { startsPerBin } from '../planner/bins.ts';
import { runningAtOnce } from '../planner/running-at-once.ts';
import { nowOf, type Backend } from '../request-context.ts';
import { blockOf } from './task-run-sets.ts';
import { keptTask } from './tasks.ts';
import { binsOver } from '../forecast/time-axis.ts';

/** About as many bars as a window has room for. */
const mostBins = 192;
const minuteMs = 60_000;

type Course = Pick<
  Answer<'taskTimeline'>,
  'from' | 'binMinutes' | 'starts' | 'running' | 'first' | 'last' | 'end' | 'peak' | 'byHand'
>;

/** Starts and running scans of a task over time. @throws Problem `not-found` */
export async function taskTimeline(
  backend: Backend,
  { params }: Parsed<'taskTimeline'>,
): Promise<Answer<'taskTimeline'>> {
  const now = await nowOf(backend);
  const task = await keptTask(backend, params.taskId, now);
  const block = await blockOf(backend, task.id);
  const course = courses.get(block.runs) ?? courseOf(block, task.createdAtMs);
  courses.set(block.runs, course);
  return { ...course, counts: { ...runSummaryAt(block, now).counts }, asOf: toInstant(now) };
}

/** The course of a task does not depend on the time it is: it is worked out once for each record of its runs. */
const courses = new WeakMap<TaskRuns, Course>();

/** @param createdAtMs of the task, where its time axis begins */
function courseOf(block: TaskRunSet, createdAtMs: number): Course {
  const { startAt, durationAt: lengthAt } = runInstants(block);
  const startsMs = new Float64Array(block.runs.caseOf.length).fill(Infinity);
  const durationsMs = new Float64Array(startsMs.length);
  let [firstMs, lastMs, endMs] = [Infinity, -Infinity, createdAtMs];
  for (let place = 0; place < startsMs.length; place += 1) {
    const start = startAt(place);
    if (Number.isNaN(start)) continue;
    startsMs[place] = start;
    durationsMs[place] = lengthAt(place);
    if (start < firstMs) firstMs = start;
    if (start > lastMs) lastMs = start;
    endMs = Math.max(endMs, start + lengthAt(place));
  }
  const never = firstMs === Infinity;
  const bins = binsOver(createdAtMs, Math.max(endMs, createdAtMs + minuteMs), { most: mostBins });
  const load = runningAtOnce(startsMs, durationsMs, bins);
  return {
    from: toInstant(bins.fromMs),
    binMinutes: bins.binMs / minuteMs,
    starts: [...startsPerBin(startsMs, bins)],
    running: [...load.highest],
    first: never ? null : toInstant(firstMs),
    last: never ? null : toInstant(lastMs),
    end: never ? null : toInstant(endMs),
    peak: load.peakAtMs === null ? null : { at: toInstant(load.peakAtMs), count: load.peak },
    byHand: byHandOf(block.runs),
  };
}

/** The starts by hand among a block's runs: what one person started at one instant is one of them. */
function byHandOf({ cases, caseOf }: TaskRuns): Course['byHand'] {
  const perCase = new Uint32Array(cases.length);
  for (const one of caseOf) perCase[one] = (perCase[one] ?? 0) + 1;
  const starts = new Map<string, { atMs: number; by: string | null; runs: number }>();
  cases.forEach(({ startedByHand }, one) => {
    if (startedByHand === null) return;
    const key = JSON.stringify(startedByHand);
    const known = starts.get(key) ?? { ...startedByHand, runs: 0 };
    starts.set(key, { ...known, runs: known.runs + (perCase[one] ?? 0) });
  });
  return [...starts.values()]
    .sort((a, b) => a.atMs - b.atMs)
    .map(({ atMs, by, runs }) => ({ at: toInstant(atMs), by, runs }));
}
