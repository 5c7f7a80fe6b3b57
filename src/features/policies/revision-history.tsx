import { useQuery } from '@tanstack/react-query';
import type { RevisionView } from '#contract/history.ts';
import type { PolicyId } from '#domain/ids.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import type { Column } from '#src/shared/ui/column.ts';
import { DataTable } from '#src/shared/ui/data-table.tsx';
import { EmptyState, FailedState } from '#src/shared/ui/page-states.tsx';
import { RowCount } from '#src/shared/ui/pager.tsx';
import { LoadingTable } from '#src/shared/ui/table-states.tsx';

const columns: readonly Column<RevisionView>[] = [
  { id: 'number', title: 'Revision', align: 'right', cell: (revision) => revision.number },
  { id: 'at', title: `Saved (${viewerZone()})`, cell: (revision) => dateTimeIn(viewerZone(), revision.at) },
  { id: 'by', title: 'By', cell: (revision) => revision.by },
  {
    id: 'changes',
    title: 'What changed',
    grow: true,
    cell: (revision) =>
      revision.changes.map(({ setting, from, to }) => `${setting}: ${from === '' ? to : `${from} → ${to}`}`).join('; '),
  },
];

/** The height of the policy's window that is not its table's, in pixels. */
const around = 350;

/** *Revision history*: every save of the policy, newest first. */
export function RevisionHistory({ policyId }: { policyId: PolicyId }) {
  const revisions = useQuery(queryOf('history', { params: { kind: 'policy', objectId: policyId } }));
  if (revisions.isPending)
    return <LoadingTable label="Loading revisions" rows={4} columns={columns} density="dense" around={around} />;
  if (revisions.isError)
    return <FailedState what="The revisions" error={revisions.error} onRetry={() => void revisions.refetch()} />;
  const { rows } = revisions.data;
  if (rows.length === 0)
    return <EmptyState title="No revision was saved yet">A save of this policy makes the first.</EmptyState>;
  return (
    <>
      <DataTable
        label="Revision history"
        columns={columns}
        rows={rows}
        rowId={(revision) => String(revision.number)}
        around={around}
      />
      <RowCount total={rows.length} what={['revision', 'revisions']} />
    </>
  );
}
