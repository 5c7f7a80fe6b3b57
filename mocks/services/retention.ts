import { startOf } from '#domain/response/run.ts';
import { maxTasks, removedAfterMs, type Task } from '#domain/response/task.ts';
import type { Backend } from './backend.ts';

/** The last planned or actual start of each task's runs, epoch milliseconds; null where none has a start. */
export async function lastStarts({ store }: Backend): Promise<ReadonlyMap<string, number | null>> {
  const last = new Map<string, number | null>();
  for (const run of await store.all('runs')) {
    const start = startOf(run);
    const before = last.get(run.taskId) ?? null;
    last.set(run.taskId, start === null ? before : Math.max(start, before ?? start));
  }
  return last;
}

/** The tasks that are still kept at an instant, newest first. */
export async function keptTasks(backend: Backend, nowMs: number): Promise<Task[]> {
  const last = await lastStarts(backend);
  return (await backend.store.all('tasks'))
    .filter((task) => task.createdAtMs <= nowMs && removedAfterMs(task, last.get(task.id) ?? null) > nowMs)
    .sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, maxTasks);
}

/**
 * The ids of tasks and runs to remove, with room for `room` more tasks. Past 100 the oldest goes first. Source: rules §3.
 * In the simulated future what is still kept in real time stays stored, for the way back.
 */
export async function expired(backend: Backend, nowMs: number, room: number) {
  const realMs = backend.realNow();
  const keptNow = (await keptTasks(backend, nowMs)).slice(0, maxTasks - room);
  const keptInReality = nowMs > realMs ? await keptTasks(backend, realMs) : [];
  const kept = new Set([...keptNow, ...keptInReality].map((task) => task.id));
  const tasks = (await backend.store.all('tasks')).map((task) => task.id).filter((id) => !kept.has(id));
  const runs = await Promise.all(tasks.map((id) => backend.store.where('runs', 'taskId', id)));
  return { tasks, runs: runs.flat().map((run) => run.id) };
}
