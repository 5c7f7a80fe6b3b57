import type { PolicyRow } from '#contract/policies.ts';
import { instantColumn, type CsvTable } from '#src/shared/csv/csv-table.ts';
import { lockWords, statusWords } from './policy-columns.tsx';

/** The list of policies as a CSV table. @param zone of its instants */
export const policiesCsv = (rows: readonly PolicyRow[], zone: string): CsvTable<PolicyRow> => ({
  rows,
  columns: [
    { heading: 'Name', text: ({ name }) => name },
    { heading: 'Status', text: statusWords },
    { heading: 'Group', text: ({ group }) => group.name },
    { heading: 'Inherits', text: ({ inherits }) => (inherits ? 'yes' : 'no') },
    { heading: 'Scan start', text: ({ scanStart }) => scanStart },
    { heading: 'Additional', text: lockWords },
    { heading: 'Revision', text: ({ revision }) => String(revision) },
    instantColumn('Modified', zone, ({ modifiedAt }) => modifiedAt),
    { heading: 'By', text: ({ modifiedBy }) => modifiedBy },
  ],
});
