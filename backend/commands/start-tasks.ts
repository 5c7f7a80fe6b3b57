import type { Answer, Parsed } from '#contract/operations.ts';
import { canStartByHand } from '#domain/response/run.ts';
import { Problem } from '../problem.ts';
import { mapRuns } from '../runs/map-runs.ts';
import { indexOfDevice } from '../runs/roster.ts';
import type { TaskRunSet } from '../runs/task-runs.ts';
import { need, nowOf, serverOf, type Backend } from '../request-context.ts';
import { blockOf } from '../queries/task-run-sets.ts';
import { keptTasks } from '../queries/retention.ts';
import { matchingPlaces } from '../queries/run-places.ts';
import { namedBlock } from '../queries/runs.ts';
import { allOf, sharesOf, startableIn, type Share } from '../queries/run-selection.ts';
import { keptTask } from '../queries/tasks.ts';

/**
 * Starts runs of one task by hand: all that can be, the named ones, or those that match.
 * @throws Problem `count-changed` when it would not start as many as were expected
 */
export async function startTask(backend: Backend, { params, body }: Parsed<'startTask'>): Promise<Answer<'startTask'>> {
  const now = await nowOf(backend);
  const task = await keptTask(backend, params.taskId, now);
  const block = await namedBlock(backend, task);
  const { runs } = body;
  const share =
    runs === 'all'
      ? allOf(block.roster)
      : shareAt(block, Array.isArray(runs) ? placesNamed(block, runs) : matchingPlaces(block, runs, now));
  return start(backend, [{ block, share }], body.expected, now);
}

/**
 * Starts every run on a device of the group or its subgroups that can be started.
 * @throws Problem `count-changed` when it would not start as many as were expected
 */
export async function startGroupTasks(
  backend: Backend,
  { params, body }: Parsed<'startGroupTasks'>,
): Promise<Answer<'startGroupTasks'>> {
  await need(backend, 'groups', params.groupId);
  const now = await nowOf(backend);
  const sharesIn = await sharesOf(backend, params.groupId, true);
  const blocks = await Promise.all((await keptTasks(backend, now)).map((task) => blockOf(backend, task.id)));
  const chosen = blocks.map((block) => ({ block, share: sharesIn(block.roster) }));
  const { started } = await start(backend, chosen, body.expected, now);
  return { started, notStarted: 0 };
}

/** @throws Problem `invalid-input` where one of them is not a run of this task */
function placesNamed({ runs, roster }: TaskRunSet, ids: readonly string[]): number[] {
  const prefix = `${runs.id}.`;
  const places = ids.map((id) => (id.startsWith(prefix) ? indexOfDevice(roster, id.slice(prefix.length)) : -1));
  if (!places.includes(-1)) return places;
  throw new Problem('invalid-input', 'Some of the runs do not belong to this task. Nothing was started.', [
    { path: '/runs', message: 'Unknown runs' },
  ]);
}

function shareAt({ roster }: TaskRunSet, chosen: Iterable<number>): Share {
  const places = new Uint8Array(roster.devices.length);
  for (const place of chosen) places[place] = 1;
  return { places, count: places.reduce((sum, one) => sum + one, 0) };
}

interface Chosen {
  readonly block: TaskRunSet;
  readonly share: Share;
}

async function start(backend: Backend, chosen: readonly Chosen[], expected: number | undefined, nowMs: number) {
  const started = chosen.reduce((sum, { block, share }) => sum + startableIn(block, share, nowMs), 0);
  if (expected !== undefined && expected !== started) {
    const [was, is] = [expected, started].map((count) => count.toLocaleString('en'));
    throw new Problem(
      'count-changed',
      `${is ?? ''} of these runs can be started by now, not ${was ?? ''}. Ask again with that number.`,
    );
  }
  const { durations } = await serverOf(backend);
  const startedByHand = { atMs: nowMs, by: backend.user.name };
  const put = chosen.flatMap(({ block, share: { places } }) => {
    const after = mapRuns(block, {
      atMs: nowMs,
      durations,
      kindOf: (place) => (places[place] === 1 ? 0 : -1),
      change: (run) => (canStartByHand(run, nowMs) ? { ...run, startedByHand } : run),
    });
    return after === block.runs ? [] : [after];
  });
  if (put.length > 0) await backend.store.commit({ runs: { put } });
  return { started, notStarted: chosen.reduce((sum, { share }) => sum + share.count, 0) - started };
}
