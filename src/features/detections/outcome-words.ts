import type { DetectionView, TaskView } from '#contract/tasks.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';

export type Outcome = 'expected' | 'task-created' | 'no-task';

/** The outcome of a detection. A future one is processed at its instant, under the policies of that time. */
export function outcomeOf(
  detection: Pick<DetectionView, 'taskId' | 'detectedAt'>,
  later: boolean,
  nowMs: number,
): Outcome {
  if (later && Date.parse(detection.detectedAt) > nowMs) return 'expected';
  return detection.taskId === null ? 'no-task' : 'task-created';
}

/** The local actions on the device. */
export const localWords = ({ localActions }: Pick<DetectionView, 'localActions'>): string =>
  localActions.length === 0
    ? 'No action was carried out on the device itself.'
    : `Carried out on the device itself: ${localActions.join(', ')}.`;

/** When the runs of a task start, one sentence for each state. @param zone of the instants */
export function startSentences({ counts, nextStart }: Pick<TaskView, 'counts' | 'nextStart'>, zone: string): string[] {
  const runs = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count.toLocaleString('en')} ${count === 1 ? `run ${one}` : `runs ${many}`}.`];
  const first = nextStart === null ? '' : `; the first starts ${dayTimeIn(zone, nextStart)} (${zone})`;
  return [
    ...runs(counts.running, 'has started', 'have started'),
    ...runs(counts.waiting, `waits for its time${first}`, `wait for their time${first}`),
    ...runs(counts['not-started'], 'waits until somebody starts it', 'wait until somebody starts them'),
    ...runs(counts['waiting-for-device'], 'waits for its device', 'wait for their devices'),
    ...runs(
      counts['zone-unknown'],
      'starts nothing: the time zone of its device is not known',
      'start nothing: the time zone of their devices is not known',
    ),
  ];
}
