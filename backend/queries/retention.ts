import { maxTasks, removedAfterMs, type Task } from '#domain/response/task.ts';
import { lastStartOf } from '../runs/run-counts.ts';
import type { Changes } from '../ports/store.ts';
import type { RequestContext } from '../request-context.ts';
import { loadTaskRunSets } from './task-run-sets.ts';

/** The tasks that are still kept at an instant, newest first. */
export async function retainedTasks(context: RequestContext, nowMs: number): Promise<Task[]> {
  const last = new Map((await loadTaskRunSets(context)).map((runSet) => [runSet.runs.id, lastStartOf(runSet)]));
  return (await context.store.all('tasks'))
    .filter((task) => task.createdAtMs <= nowMs && removedAfterMs(task, last.get(task.id) ?? null) > nowMs)
    .sort((a, b) => b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1))
    .slice(0, maxTasks);
}

/**
 * The tasks to remove, with room for `room` more. Past 100 the oldest goes first. Source: docs/domain-rules.md#tasks-and-runs.
 * In the simulated future what is still kept in real time stays stored, for the way back.
 */
export async function expiredTasks(context: RequestContext, nowMs: number, room: number): Promise<string[]> {
  const realMs = context.realNow();
  const storedNow = (await retainedTasks(context, nowMs)).slice(0, maxTasks - room);
  const storedInReality = nowMs > realMs ? await retainedTasks(context, realMs) : [];
  const stored = new Set([...storedNow, ...storedInReality].map((task) => task.id));
  return (await context.store.all('tasks')).map((task) => task.id).filter((id) => !stored.has(id));
}

/** What goes with tasks: their runs, and every list of devices that no other task shares. @param used needed beside */
export async function taskRemoval(
  { store }: RequestContext,
  tasks: readonly string[],
  used: readonly string[] = [],
): Promise<Required<Pick<Changes, 'tasks' | 'runs' | 'rosters'>>> {
  const deleted = new Set(tasks);
  const left = (await store.all('runs')).filter(({ id }) => !deleted.has(id)).map(({ roster }) => roster);
  const needed = new Set([...left, ...used]);
  const rosters = (await store.all('rosters')).map(({ id }) => id).filter((id) => !needed.has(id));
  return { tasks: { remove: tasks }, runs: { remove: tasks }, rosters: { remove: rosters } };
}
