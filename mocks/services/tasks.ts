import type { Answer, Parsed } from '#contract/operations.ts';
import type { TaskSort, TaskView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import { canStartByHand, startOf, stateAt, type Run } from '#domain/response/run.ts';
import { removedAfterMs, type Task } from '#domain/response/task.ts';
import { notFound, Problem } from '../problem.ts';
import { need, nowOf, withSubgroups, type Backend } from './backend.ts';
import { detectionView } from './detections.ts';
import { iocFileOf } from './ioc-file.ts';
import { emptyLast, matches } from './page.ts';
import { keptTasks } from './retention.ts';

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
  const ids = await deviceIdsIn(backend, params.groupId, query.subgroups);
  const rows: TaskView[] = [];
  let startable = 0;
  for (const task of await keptTasks(backend, now)) {
    const runs = await backend.store.where('runs', 'taskId', task.id);
    const here = runs.filter((run) => ids.has(run.deviceId));
    if (here.length === 0) continue;
    startable += here.filter((run) => canStartByHand(run, now)).length;
    rows.push(await viewOf(backend, task, runs, now));
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
  const task = await keptTask(backend, params.taskId, now);
  return viewOf(backend, task, await backend.store.where('runs', 'taskId', task.id), now);
}

export async function taskIocFile(backend: Backend, { params }: Parsed<'taskIocFile'>): Promise<Answer<'taskIocFile'>> {
  const task = await keptTask(backend, params.taskId, await nowOf(backend));
  const detection = await need(backend, 'detections', task.detectionId);
  return { fileName: `${task.id}.ioc`, content: iocFileOf(task, detection) };
}

/** Starts runs of one task by hand: all that can be, or the named ones. */
export async function startTask(backend: Backend, { params, body }: Parsed<'startTask'>): Promise<Answer<'startTask'>> {
  const now = await nowOf(backend);
  const task = await keptTask(backend, params.taskId, now);
  const runs = await backend.store.where('runs', 'taskId', task.id);
  if (body.runs === 'all') return start(backend, runs, now);
  const wanted = new Set(body.runs);
  const known = runs.filter((run) => wanted.has(run.id));
  if (known.length < wanted.size) {
    throw new Problem('invalid-input', 'Some of the runs do not belong to this task. Nothing was started.', [
      { path: '/runs', message: 'Unknown runs' },
    ]);
  }
  return start(backend, known, now);
}

/** Starts every run on a device of the group or its subgroups that can be started. */
export async function startGroupTasks(
  backend: Backend,
  { params }: Parsed<'startGroupTasks'>,
): Promise<Answer<'startGroupTasks'>> {
  await need(backend, 'groups', params.groupId);
  const now = await nowOf(backend);
  const ids = await deviceIdsIn(backend, params.groupId, true);
  const runs = await Promise.all(
    (await keptTasks(backend, now)).map((task) => backend.store.where('runs', 'taskId', task.id)),
  );
  const here = runs.flat().filter((run) => ids.has(run.deviceId) && canStartByHand(run, now));
  return start(backend, here, now);
}

async function start(backend: Backend, runs: readonly Run[], nowMs: number) {
  const put = runs.filter((run) => canStartByHand(run, nowMs)).map((run) => ({ ...run, startedByHandMs: nowMs }));
  if (put.length > 0) await backend.store.commit({ runs: { put } });
  return { started: put.length, notStarted: runs.length - put.length };
}

/** A task that is still kept. @throws Problem `not-found` */
export async function keptTask(backend: Backend, id: string, nowMs: number): Promise<Task> {
  const task = (await keptTasks(backend, nowMs)).find((candidate) => candidate.id === id);
  if (!task) throw notFound('task', id);
  return task;
}

async function viewOf(backend: Backend, task: Task, runs: readonly Run[], nowMs: number): Promise<TaskView> {
  const detection = await need(backend, 'detections', task.detectionId);
  const device = await backend.store.get('devices', detection.deviceId);
  const group = await backend.store.get('groups', task.groupId);
  const counts = {
    waiting: 0,
    'not-started': 0,
    'waiting-for-device': 0,
    running: 0,
    'completed-clean': 0,
    'completed-found': 0,
  };
  let next: number | null = null;
  let last: number | null = null;
  for (const run of runs) {
    counts[stateAt(run, nowMs)] += 1;
    const at = startOf(run);
    if (at === null) continue;
    if (at > nowMs && (next === null || at < next)) next = at;
    if (last === null || at > last) last = at;
  }
  return {
    id: task.id,
    name: task.name,
    group: { id: task.groupId, name: group?.name ?? task.groupName },
    createdAt: toInstant(task.createdAtMs),
    detection: detectionView(detection, device),
    runCount: runs.length,
    counts,
    startable: runs.filter((run) => canStartByHand(run, nowMs)).length,
    nextStart: next === null ? null : toInstant(next),
    removedAfter: toInstant(removedAfterMs(task, last)),
  };
}

async function deviceIdsIn(backend: Backend, groupId: Task['groupId'], subgroups: boolean): Promise<Set<string>> {
  const inside = subgroups ? withSubgroups(await backend.store.all('groups'), groupId) : new Set([groupId]);
  return new Set((await backend.store.all('devices')).filter((d) => inside.has(d.groupId)).map((d) => d.id));
}
