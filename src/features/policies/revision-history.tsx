import { useQuery } from '@tanstack/react-query';
import type { RevisionView } from '#contract/history.ts';
import type { PolicyId } from '#domain/ids.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { DataTable, type Column } from '#src/shared/ui/data-table.tsx';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';

const columns: readonly Column<RevisionView>[] = [
  { id: 'number', title: 'Revision', cell: (revision) => revision.number },
  { id: 'at', title: `Saved (${viewerZone()})`, cell: (revision) => dateTimeIn(viewerZone(), revision.at) },
  { id: 'by', title: 'By', cell: (revision) => revision.by },
  {
    id: 'changes',
    title: 'What changed',
    cell: (revision) =>
      revision.changes.map(({ setting, from, to }) => `${setting}: ${from === '' ? to : `${from} → ${to}`}`).join('; '),
  },
];

/** *Revision history*: every save of the policy, newest first. */
export function RevisionHistory({ policyId }: { policyId: PolicyId }) {
  const revisions = useQuery(queryOf('history', { params: { kind: 'policy', objectId: policyId } }));
  if (revisions.isPending) return <LoadingRows label="Loading revisions" rows={4} />;
  if (revisions.isError)
    return <FailedState what="The revisions" error={revisions.error} onRetry={() => void revisions.refetch()} />;
  if (revisions.data.rows.length === 0) return <EmptyState title="No revision was saved yet" />;
  return (
    <DataTable label="Revision history" columns={columns} rows={revisions.data.rows} rowId={(r) => String(r.number)} />
  );
}
