import type { Answer, Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import { runInstants } from '../runs/run-instants.ts';
import { runSummaryAt } from '../runs/run-counts.ts';
import type { TaskRunSet, TaskRuns } from '../ports/run-records.ts';
import { startsPerBin } from '../planner/bins.ts';
import { runningAtOnce } from '../planner/running-at-once.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { loadTaskRunSet } from './task-run-sets.ts';
import { lookupTask } from './tasks.ts';
import { binsOver } from '../forecast/time-axis.ts';

/** About as many bars as a window has room for. */
const maxBins = 192;
const minuteMs = 60_000;

type Timeline = Pick<
  Answer<'taskTimeline'>,
  'from' | 'binMinutes' | 'starts' | 'running' | 'first' | 'last' | 'end' | 'peak' | 'byHand'
>;

/** Starts and running scans of a task over time. @throws Problem `not-found` */
export async function getTaskTimeline(
  context: RequestContext,
  { params }: Parsed<'taskTimeline'>,
): Promise<Answer<'taskTimeline'>> {
  const now = await currentTimeMs(context);
  const task = await lookupTask(context, params.taskId, now);
  const runSet = await loadTaskRunSet(context, task.id);
  const course = timelines.get(runSet.runs) ?? timelineOf(runSet, task.createdAtMs);
  timelines.set(runSet.runs, course);
  return { ...course, counts: { ...runSummaryAt(runSet, now).counts }, asOf: toInstant(now) };
}

/** The course of a task does not depend on the time it is: it is worked out once for each record of its runs. */
const timelines = new WeakMap<TaskRuns, Timeline>();

/** @param createdAtMs of the task, where its time axis begins */
function timelineOf(runSet: TaskRunSet, createdAtMs: number): Timeline {
  const { startAt, durationAt: lengthAt } = runInstants(runSet);
  const startsMs = new Float64Array(runSet.runs.caseOf.length).fill(Infinity);
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
  const bins = binsOver(createdAtMs, Math.max(endMs, createdAtMs + minuteMs), { most: maxBins });
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
    byHand: manualStarts(runSet.runs),
  };
}

/** The starts by hand among a block's runs: what one person started at one instant is one of them. */
function manualStarts({ cases, caseOf }: TaskRuns): Timeline['byHand'] {
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
