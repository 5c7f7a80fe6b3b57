import type { DetectionId, GroupId, TaskId } from '#src/domain/ids.ts';

export interface Task {
  readonly id: TaskId;
  readonly name: string;
  readonly detectionId: DetectionId;
  /** The group that owns the detecting device's effective policy. */
  readonly groupId: GroupId;
  /** What that group was called when the task was created: the group may be deleted before the task is. */
  readonly groupName: string;
  /** Epoch milliseconds UTC. */
  readonly createdAtMs: number;
}

export const maxTasks = 100;
const keptMs = 7 * 86_400_000;

/**
 * After how many more tasks a kept one goes, since past 100 the oldest goes first. Source: rules §3.
 * @param place among the kept tasks, the newest is 1: the hundredth goes with the next task
 */
export const tasksUntilRotation = (place: number): number => maxTasks + 1 - place;

/** The instant after which a task is removed: seven days after its last start, or after its creation. Source: rules §3. */
export function removedAfterMs(task: Pick<Task, 'createdAtMs'>, lastStartMs: number | null): number {
  return (lastStartMs ?? task.createdAtMs) + keptMs;
}
