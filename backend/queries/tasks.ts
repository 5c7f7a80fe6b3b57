import type { Answer, Parsed } from '#contract/operations.ts';
import type { TaskSort, TaskView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import { deviceIdSchema } from '#domain/ids.ts';
import type { Detection } from '#domain/response/detection.ts';
import { removedAfterMs, tasksUntilRotation, type Task } from '#domain/response/task.ts';
import { notFoundProblem } from '../problem.ts';
import { lastStartOf, runSummaryAt } from '../runs/run-counts.ts';
import type { TaskRunSet } from '../ports/run-records.ts';
import { lookup } from './lookup.ts';
import { currentTimeMs, loadServer, type RequestContext } from '../request-context.ts';
import { loadTaskRunSet } from './task-run-sets.ts';
import { detectionView } from './detections.ts';
import { iocFileOf } from './ioc-file.ts';
import { emptyLast, matches } from './page.ts';
import { retainedTasks } from './retention.ts';
import { groupRunSelections, countStartable } from './run-selection.ts';

/**
 * The tasks that have runs on devices of a group; a task's counts are of all its runs. `startable` is of all tasks of
 * the group, whatever is searched for: it is what starting all would start.
 */
export async function listGroupTasks(
  context: RequestContext,
  { params, query }: Parsed<'groupTasks'>,
): Promise<Answer<'groupTasks'>> {
  await lookup(context, 'groups', params.groupId);
  const now = await currentTimeMs(context);
  const sharesIn = await groupRunSelections(context, params.groupId, query.subgroups);
  const rows: TaskView[] = [];
  let startable = 0;
  for (const [place, task] of (await retainedTasks(context, now)).entries()) {
    const runSet = await loadTaskRunSet(context, task.id);
    const share = sharesIn(runSet.roster);
    if (share.count === 0) continue;
    startable += countStartable(runSet, share, now);
    rows.push(await taskView(context, task, place, runSet, now));
  }
  const found = rows.filter((task) => matches(query.search, [task.name, task.detection.device.name]));
  // Tasks come newest first, and stay so among equals.
  return { rows: found.sort(compare[query.sort](query.order)), startable, asOf: toInstant(now) };
}

const by = (key: (task: TaskView) => string | number | null) => (order: 'asc' | 'desc') => (a: TaskView, b: TaskView) =>
  emptyLast(key(a), key(b), order);

const compare: Record<TaskSort, (order: 'asc' | 'desc') => (a: TaskView, b: TaskView) => number> = {
  name: by((task) => task.name),
  device: by((task) => task.detection.device.name),
  created: by((task) => task.createdAt),
  runs: by((task) => task.runCount),
  next: by((task) => task.nextStart),
  removed: by((task) => task.removedAfter),
};

export async function getTask(context: RequestContext, { params }: Parsed<'task'>): Promise<TaskView> {
  const now = await currentTimeMs(context);
  const stored = await retainedTasks(context, now);
  const place = stored.findIndex(({ id }) => id === params.taskId);
  const task = stored[place];
  if (!task) throw notFoundProblem('task', params.taskId);
  return taskView(context, task, place, await loadTaskRunSet(context, task.id), now);
}

export async function getTaskIocFile(
  context: RequestContext,
  { params }: Parsed<'taskIocFile'>,
): Promise<Answer<'taskIocFile'>> {
  const task = await lookupTask(context, params.taskId, await currentTimeMs(context));
  const detection = await lookup(context, 'detections', task.detectionId);
  return { fileName: `${task.id}.ioc`, content: iocFileOf(await loadServer(context), task, detection) };
}

/** A task that is still kept. @throws Problem `not-found` */
export async function lookupTask(context: RequestContext, id: string, nowMs: number): Promise<Task> {
  const task = (await retainedTasks(context, nowMs)).find((candidate) => candidate.id === id);
  if (!task) throw notFoundProblem('task', id);
  return task;
}

/** @param place of the task among those that are kept, the newest at 0 */
async function taskView(
  context: RequestContext,
  task: Task,
  place: number,
  runSet: TaskRunSet,
  nowMs: number,
): Promise<TaskView> {
  const detection = (await context.store.get('detections', task.detectionId)) ?? unreadableDetection(task);
  const device = await context.store.get('devices', detection.deviceId);
  const group = await context.store.get('groups', task.groupId);
  const { counts, startable, nextStartMs } = runSummaryAt(runSet, nowMs);
  const last = lastStartOf(runSet);
  const rotation = tasksUntilRotation(place + 1);
  return {
    id: task.id,
    name: task.name,
    group: { id: task.groupId, name: group?.name ?? task.groupName },
    createdAt: toInstant(task.createdAtMs),
    detection: detectionView(detection, device),
    runCount: runSet.roster.devices.length,
    counts: { ...counts },
    startable,
    nextStart: nextStartMs === null ? null : toInstant(nextStartMs),
    removedAfter: toInstant(removedAfterMs(task, last)),
    removedBecause: last === null ? 'never-started' : 'last-start',
    rotation: rotation <= rotationNoticeTasks ? rotation : null,
  };
}

/** What is known of a task's detection where the detection itself could not be read from the disk. */
const unreadableDetection = ({ id, detectionId, createdAtMs }: Task): Detection => ({
  id: detectionId,
  detectedAtMs: createdAtMs,
  deviceId: deviceIdSchema.parse('unknown-device'),
  objects: [],
  taskId: id,
  missing: [],
  localActions: [],
});

/** From how many tasks before it goes on a task's row says so. */
const rotationNoticeTasks = 10;
