import type { Answer, Parsed } from '#contract/operations.ts';
import type { TaskSort, TaskView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import { deviceIdSchema } from '#domain/ids.ts';
import type { Detection } from '#domain/response/detection.ts';
import { removedAfterMs, tasksUntilRotation, type Task } from '#domain/response/task.ts';
import { notFound } from '../problem.ts';
import { lastStartOf, runSummaryAt } from '../runs/run-counts.ts';
import type { TaskRunSet } from '../runs/task-runs.ts';
import { need, nowOf, serverOf, type Backend } from '../request-context.ts';
import { blockOf } from './task-run-sets.ts';
import { detectionView } from './detections.ts';
import { iocFileOf } from './ioc-file.ts';
import { emptyLast, matches } from './page.ts';
import { keptTasks } from './retention.ts';
import { sharesOf, startableIn } from './run-selection.ts';

/**
 * The tasks that have runs on devices of a group; a task's counts are of all its runs. `startable` is of all tasks of
 * the group, whatever is searched for: it is what starting all would start.
 */
export async function groupTasks(
  backend: Backend,
  { params, query }: Parsed<'groupTasks'>,
): Promise<Answer<'groupTasks'>> {
  await need(backend, 'groups', params.groupId);
  const now = await nowOf(backend);
  const sharesIn = await sharesOf(backend, params.groupId, query.subgroups);
  const rows: TaskView[] = [];
  let startable = 0;
  for (const [place, task] of (await keptTasks(backend, now)).entries()) {
    const block = await blockOf(backend, task.id);
    const share = sharesIn(block.roster);
    if (share.count === 0) continue;
    startable += startableIn(block, share, now);
    rows.push(await viewOf(backend, task, place, block, now));
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

export async function taskView(backend: Backend, { params }: Parsed<'task'>): Promise<TaskView> {
  const now = await nowOf(backend);
  const kept = await keptTasks(backend, now);
  const place = kept.findIndex(({ id }) => id === params.taskId);
  const task = kept[place];
  if (!task) throw notFound('task', params.taskId);
  return viewOf(backend, task, place, await blockOf(backend, task.id), now);
}

export async function taskIocFile(backend: Backend, { params }: Parsed<'taskIocFile'>): Promise<Answer<'taskIocFile'>> {
  const task = await keptTask(backend, params.taskId, await nowOf(backend));
  const detection = await need(backend, 'detections', task.detectionId);
  return { fileName: `${task.id}.ioc`, content: iocFileOf(await serverOf(backend), task, detection) };
}

/** A task that is still kept. @throws Problem `not-found` */
export async function keptTask(backend: Backend, id: string, nowMs: number): Promise<Task> {
  const task = (await keptTasks(backend, nowMs)).find((candidate) => candidate.id === id);
  if (!task) throw notFound('task', id);
  return task;
}

/** @param place of the task among those that are kept, the newest at 0 */
async function viewOf(
  backend: Backend,
  task: Task,
  place: number,
  block: TaskRunSet,
  nowMs: number,
): Promise<TaskView> {
  const detection = (await backend.store.get('detections', task.detectionId)) ?? unreadDetection(task);
  const device = await backend.store.get('devices', detection.deviceId);
  const group = await backend.store.get('groups', task.groupId);
  const { counts, startable, nextStartMs } = runSummaryAt(block, nowMs);
  const last = lastStartOf(block);
  const rotation = tasksUntilRotation(place + 1);
  return {
    id: task.id,
    name: task.name,
    group: { id: task.groupId, name: group?.name ?? task.groupName },
    createdAt: toInstant(task.createdAtMs),
    detection: detectionView(detection, device),
    runCount: block.roster.devices.length,
    counts: { ...counts },
    startable,
    nextStart: nextStartMs === null ? null : toInstant(nextStartMs),
    removedAfter: toInstant(removedAfterMs(task, last)),
    removedBecause: last === null ? 'never-started' : 'last-start',
    rotation: rotation <= toldBeforehand ? rotation : null,
  };
}

/** What is known of a task's detection where the detection itself could not be read from the disk. */
const unreadDetection = ({ id, detectionId, createdAtMs }: Task): Detection => ({
  id: detectionId,
  detectedAtMs: createdAtMs,
  deviceId: deviceIdSchema.parse('unknown-device'),
  objects: [],
  taskId: id,
  missing: [],
  localActions: [],
});

/** From how many tasks before it goes on a task's row says so. */
const toldBeforehand = 10;
