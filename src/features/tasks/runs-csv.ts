import type { Input } from '#contract/operations.ts';
import type { RunView } from '#contract/tasks.ts';
import type { TaskId } from '#domain/ids.ts';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import { runStateLabels } from '#domain/response/run-state.ts';
import { allRows } from '#src/shared/api/all-rows.ts';
import { call } from '#src/shared/api/client.ts';
import { instantColumn, instantText, type CsvColumn, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { decidedByWords, whyPhrase } from './run-words.ts';

/** All matching runs of a task as a CSV table. @param zone of the instants that are not in device time */
export const runsCsv = async (
  taskId: TaskId,
  query: Partial<Input<'taskRuns'>['query']>,
  zone: string,
): Promise<CsvTable<RunView>> => ({
  columns: runCsvColumns(zone),
  rows: await allRows((part) => call('taskRuns', { params: { taskId }, query: { ...query, ...part } })),
});

export const runCsvColumns = (zone: string): readonly CsvColumn<RunView>[] => [
  { heading: 'Device', text: ({ device }) => device.name },
  { heading: 'Device time zone', text: ({ device }) => device.timeZone },
  { heading: 'State', text: ({ state }) => runStateLabels[state] },
  inDeviceTime('Start', ({ start }) => start),
  inDeviceTime('Window opens', ({ window }) => window?.opensAt ?? null),
  inDeviceTime('Window closes', ({ window }) => window?.closesAt ?? null),
  instantColumn('Start', zone, ({ start }) => start),
  { heading: 'Scope', text: ({ scope }) => scanScopeLabels[scope] },
  {
    heading: 'Decided by',
    text: (run) => {
      const { who, how } = decidedByWords(run);
      return `${who}, ${how}`;
    },
  },
  { heading: 'Because', text: whyPhrase },
  { heading: 'Started by', text: ({ startedBy }) => startedBy ?? '' },
];

const inDeviceTime = (title: string, instantOf: (run: RunView) => string | null): CsvColumn<RunView> => ({
  heading: `${title} (device time)`,
  text: (run) => instantText(run.device.timeZone, instantOf(run)),
});
