import type { TaskSort, TaskView } from '#contract/tasks.ts';
import type { TaskId } from '#domain/ids.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import type { Column } from '#src/shared/ui/table/column.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { removalSentences, removalShort, removalWords } from './removal-words.ts';
import { RunCounts } from './run-counts.tsx';

/** Hidden by default. */
export const hiddenTaskColumns = 'runs';

/** The columns of the tasks list. @param zone of the instants; show it nearby */
export function taskColumns(zone: string, open: (id: TaskId) => void): readonly Column<TaskView, TaskSort>[] {
  return [
    {
      id: 'name',
      title: 'Task',
      sort: 'name',
      cell: (task) => (
        <TextButton
          onClick={() => {
            open(task.id);
          }}
        >
          {task.name}
        </TextButton>
      ),
    },
    {
      id: 'device',
      title: 'Detected on',
      sort: 'device',
      cell: ({ detection }) => (
        <span title={`at ${dayTimeIn(zone, detection.detectedAt)}, ${zone}`}>{detection.device.name}</span>
      ),
    },
    {
      id: 'created',
      title: 'Created',
      sort: 'created',
      cell: (task) => dayTimeIn(zone, task.createdAt),
    },
    {
      id: 'counts',
      title: 'Runs by state',
      grow: true,
      cell: (task) => <RunCounts counts={task.counts} />,
    },
    {
      id: 'runs',
      title: 'Runs',
      sort: 'runs',
      align: 'right',
      cell: (task) => task.runCount.toLocaleString('en'),
    },
    {
      id: 'next',
      title: 'Next start',
      sort: 'next',
      cell: (task) => (task.nextStart === null ? 'None planned' : dayTimeIn(zone, task.nextStart)),
    },
    {
      id: 'removed',
      title: 'Removed',
      sort: 'removed',
      // The tooltip has the reason.
      cell: (task) => (
        <span title={removalSentences(task, zone)}>
          <span aria-hidden>{removalShort(task, zone)}</span>
          <span style={visuallyHidden}>{removalWords(task, zone)}</span>
        </span>
      ),
    },
  ];
}
