import { useState } from 'react';
import { ApiProblem } from '#src/shared/api/problem.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { Pager } from '#src/shared/ui/table/pager.tsx';
import type { Sorting } from '#src/shared/ui/table/sorting.ts';
import { FailedTable, LoadingTable, StaleDataAlert } from '#src/shared/ui/table/table-states.tsx';
import { Sample, SampleSection } from './sample.tsx';

interface SampleRow {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

const rows: readonly SampleRow[] = Array.from({ length: 4 }, (_, i) => ({
  id: String(i),
  name: `Sample ${String(i + 1)}`,
  size: (i + 1) * 1_000,
}));

const columns: readonly Column<SampleRow, 'name' | 'size'>[] = [
  { id: 'name', title: 'Name', sort: 'name', cell: ({ name }) => name },
  { id: 'size', title: 'Size', sort: 'size', align: 'right', cell: ({ size }) => size.toLocaleString('en') },
];

const doNothing = () => undefined;
const connectionLost = new ApiProblem({ kind: 'connection', status: 0, detail: 'The connection was lost. Try again.' });

export function TableSamples() {
  const [sorting, setSorting] = useState<Sorting<'name' | 'size'>>({ sort: 'name', order: 'asc' });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['0']));
  const [page, setPage] = useState(2);
  return (
    <SampleSection title="Tables">
      <Sample title="Sortable, with selection and a row menu; the second row cannot be selected">
        <DataTable
          label="Samples"
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          sorting={sorting}
          onSort={setSorting}
          selection={{
            ids,
            nameOf: ({ name }) => name,
            disabledReason: ({ id }) => (id === '1' ? 'This row cannot be selected.' : null),
            onChange: setIds,
          }}
          menu={{ label: ({ name }) => `Actions for ${name}`, onOpen: doNothing }}
        />
        <Pager
          page={page}
          answer={{ page, pageSize: 4, total: 12 }}
          what={['sample', 'samples']}
          note="A note beside the count"
          onPage={setPage}
        />
      </Sample>
      <Sample title="Roomy density">
        <DataTable
          label="Roomy samples"
          density="roomy"
          columns={columns}
          rows={rows.slice(0, 2)}
          rowId={({ id }) => id}
        />
      </Sample>
      <Sample title="Loading">
        <div style={{ flex: 1 }}>
          <LoadingTable label="Loading a table" columns={columns} density="dense" rows={3} />
        </div>
      </Sample>
      <Sample title="Not refreshed">
        <StaleDataAlert what="Samples" error={connectionLost} onRetry={doNothing} />
      </Sample>
      <Sample title="Failed">
        <FailedTable what="Samples" error={connectionLost} onRetry={doNothing} />
      </Sample>
    </SampleSection>
  );
}
