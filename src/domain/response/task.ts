import type { DetectionId, GroupId, TaskId } from '../ids.ts';

export interface Task {
  readonly id: TaskId;
  readonly name: string;
  readonly detectionId: DetectionId;
  /** The group that owns the detecting device's effective policy. */
  readonly groupId: GroupId;
  /** The name of that group at the creation of the task: the group may be deleted first. */
  readonly groupName: string;
  /** Epoch milliseconds UTC. */
  readonly createdAtMs: number;
}

export const maxTasks = 100;
const retentionMs = 7 * 86_400_000;

/**
 * After how many more tasks this one is removed: at most 100 are retained. Source: docs/domain-rules.md#tasks-and-runs.
 * @param position among the retained tasks, the newest is 1: the hundredth is removed with the next task
 */
export const tasksUntilRotation = (position: number): number => maxTasks + 1 - position;

/** The instant after which a task is removed: seven days after its last start, or after its creation.
 * Source: docs/domain-rules.md#tasks-and-runs. */
export function removedAfterMs(task: Pick<Task, 'createdAtMs'>, lastStartMs: number | null): number {
  return (lastStartMs ?? task.createdAtMs) + retentionMs;
}
