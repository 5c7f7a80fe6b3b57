import type { TaskView } from '#contract/tasks.ts';
import { maxTasks } from '#domain/response/task.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';

type Removal = Pick<TaskView, 'removedAfter' | 'removedBecause' | 'rotation'>;

const since = { 'last-start': 'the last start', 'never-started': 'its creation' } as const;

/** When a task will be removed, for a cell: by time or by rotation, whichever comes first. @param zone of the instant */
export function removalShort({ removedAfter, rotation }: Removal, zone: string): string {
  if (rotation === 1) return 'With the next task';
  return rotation === null ? dayTimeIn(zone, removedAfter) : `In ${String(rotation)} tasks`;
}

/** When and why a task will be removed, for screen readers. @param zone of the instant */
export function removalWords({ removedAfter, removedBecause, rotation }: Removal, zone: string): string {
  const day = dayTimeIn(zone, removedAfter);
  if (rotation === 1) return `With the next task, or ${day}`;
  if (rotation !== null) return `In ${String(rotation)} tasks, or ${day}`;
  return `${day}, 7 days after ${since[removedBecause]}`;
}

/** Why a task will be removed, for a file, which has the instant in another column. */
export function removalReason({ removedBecause, rotation }: Removal): string {
  if (rotation === 1) return 'With the next task';
  return rotation === null ? `7 days after ${since[removedBecause]}` : `In ${String(rotation)} tasks`;
}

/** When and why a task will be removed, in full sentences. @param zone of the instant */
export function removalSentences({ removedAfter, removedBecause, rotation }: Removal, zone: string): string {
  const byTime = `The task is removed after ${dayTimeIn(zone, removedAfter)}, seven days after ${since[removedBecause]}.`;
  if (rotation === null) return byTime;
  const more = rotation === 1 ? 'the next task comes' : `${String(rotation)} more tasks come`;
  return `${byTime} ${String(maxTasks)} tasks are kept and the oldest goes first: this one goes when ${more}.`;
}
