import type { Answer, Parsed } from '#contract/operations.ts';
import { canStartByHand } from '#domain/response/run.ts';
import { Problem } from '../problem.ts';
import { mapRuns } from '../runs/map-runs.ts';
import { indexOfDevice } from '../runs/roster.ts';
import type { TaskRunSet } from '../ports/run-records.ts';
import { lookup } from '../queries/lookup.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { loadTaskRunSet } from '../queries/task-run-sets.ts';
import { retainedTasks } from '../queries/retention.ts';
import { matchingIndexes } from '../queries/run-places.ts';
import { loadNamedRunSet } from '../queries/runs.ts';
import { allRuns, groupRunSelections, countStartable, type RunSelection } from '../queries/run-selection.ts';
import { lookupTask } from '../queries/tasks.ts';

/**
 * Starts runs of one task by hand: all that can be, the named ones, or those that match.
 * @throws Problem `count-changed` when it would not start as many as were expected
 */
export async function startTask(
  context: RequestContext,
  { params, body }: Parsed<'startTask'>,
): Promise<Answer<'startTask'>> {
  const now = await currentTimeMs(context);
  const task = await lookupTask(context, params.taskId, now);
  const runSet = await loadNamedRunSet(context, task);
  const { runs } = body;
  const share =
    runs === 'all'
      ? allRuns(runSet.roster)
      : selectionOf(runSet, Array.isArray(runs) ? indexesOfRuns(runSet, runs) : matchingIndexes(runSet, runs, now));
  return startRuns(context, [{ runSet, share }], body.expected, now);
}

/**
 * Starts every run on a device of the group or its subgroups that can be started.
 * @throws Problem `count-changed` when it would not start as many as were expected
 */
export async function startGroupTasks(
  context: RequestContext,
  { params, body }: Parsed<'startGroupTasks'>,
): Promise<Answer<'startGroupTasks'>> {
  await lookup(context, 'groups', params.groupId);
  const now = await currentTimeMs(context);
  const sharesIn = await groupRunSelections(context, params.groupId, true);
  const runSets = await Promise.all(
    (await retainedTasks(context, now)).map((task) => loadTaskRunSet(context, task.id)),
  );
  const chosen = runSets.map((runSet) => ({ runSet, share: sharesIn(runSet.roster) }));
  const { started } = await startRuns(context, chosen, body.expected, now);
  return { started, notStarted: 0 };
}

/** @throws Problem `invalid-input` where one of them is not a run of this task */
function indexesOfRuns({ runs, roster }: TaskRunSet, ids: readonly string[]): number[] {
  const prefix = `${runs.id}.`;
  const places = ids.map((id) => (id.startsWith(prefix) ? indexOfDevice(roster, id.slice(prefix.length)) : -1));
  if (!places.includes(-1)) return places;
  throw new Problem('invalid-input', 'Some of the runs do not belong to this task. Nothing was started.', [
    { path: '/runs', message: 'Unknown runs' },
  ]);
}

function selectionOf({ roster }: TaskRunSet, chosen: Iterable<number>): RunSelection {
  const places = new Uint8Array(roster.devices.length);
  for (const place of chosen) places[place] = 1;
  return { places, count: places.reduce((sum, one) => sum + one, 0) };
}

interface ChosenRuns {
  readonly runSet: TaskRunSet;
  readonly share: RunSelection;
}

async function startRuns(
  context: RequestContext,
  chosen: readonly ChosenRuns[],
  expected: number | undefined,
  nowMs: number,
) {
  const started = chosen.reduce((sum, { runSet, share }) => sum + countStartable(runSet, share, nowMs), 0);
  if (expected !== undefined && expected !== started) {
    const [was, is] = [expected, started].map((count) => count.toLocaleString('en'));
    throw new Problem(
      'count-changed',
      `${is ?? ''} of these runs can be started by now, not ${was ?? ''}. Ask again with that number.`,
    );
  }
  const { durations } = await loadServer(context);
  const startedByHand = { atMs: nowMs, by: context.user.name };
  const put = chosen.flatMap(({ runSet, share: { places } }) => {
    const after = mapRuns(runSet, {
      atMs: nowMs,
      durations,
      kindOf: (place) => (places[place] === 1 ? 0 : -1),
      change: (run) => (canStartByHand(run, nowMs) ? { ...run, startedByHand } : run),
    });
    return after === runSet.runs ? [] : [after];
  });
  if (put.length > 0) await context.store.commit({ runs: { put } });
  return { started, notStarted: chosen.reduce((sum, { share }) => sum + share.count, 0) - started };
}
