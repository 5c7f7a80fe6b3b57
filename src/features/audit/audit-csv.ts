import type { ChangeView } from '#contract/changes.ts';
import type { Input } from '#contract/operations.ts';
import { allRows } from '#src/shared/api/all-rows.ts';
import { call } from '#src/shared/api/client.ts';
import { instantColumn, type CsvColumn, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { changesWords, revisionsWords } from './change-words.ts';

/** All matching audit log entries as a CSV table. @param zone of its instants */
export const auditCsv = async (
  query: Partial<Input<'auditLog'>['query']>,
  zone: string,
): Promise<CsvTable<ChangeView>> => ({
  columns: auditCsvColumns(zone),
  rows: await allRows((part) => call('auditLog', { query: { ...query, ...part } })),
});

export const auditCsvColumns = (zone: string): readonly CsvColumn<ChangeView>[] => [
  instantColumn('When', zone, ({ at }) => at),
  { heading: 'Who', text: ({ by }) => by },
  { heading: 'What', text: ({ action }) => action },
  { heading: 'Object', text: ({ objects }) => objects.map(({ name }) => name).join(', ') },
  { heading: 'Old → new', text: changesWords },
  { heading: 'Revision', text: revisionsWords },
];
