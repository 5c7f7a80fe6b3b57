import type { TaskView } from '#contract/tasks.ts';
import { instantColumn, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { removalReason } from './removal-words.ts';
import { countWords } from './run-counts.tsx';

/** The list of tasks as a CSV table. @param zone of its instants */
export const tasksCsv = (rows: readonly TaskView[], zone: string): CsvTable<TaskView> => ({
  rows,
  columns: [
    { heading: 'Task', text: ({ name }) => name },
    { heading: 'Detected on', text: ({ detection }) => detection.device.name },
    instantColumn('Detected', zone, ({ detection }) => detection.detectedAt),
    instantColumn('Created', zone, ({ createdAt }) => createdAt),
    { heading: 'Runs by state', text: ({ counts }) => countWords(counts) },
    { heading: 'Runs', text: ({ runCount }) => String(runCount) },
    instantColumn('Next start', zone, ({ nextStart }) => nextStart),
    instantColumn('Removed after', zone, ({ removedAfter }) => removedAfter),
    { heading: 'Removed', text: removalReason },
  ],
});
