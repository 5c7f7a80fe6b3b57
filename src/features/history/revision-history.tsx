import { Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RevisionView } from '#contract/history.ts';
import { rightOfKind } from '#contract/rights.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { EmptyState, FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { RowCount } from '#src/shared/ui/table/pager.tsx';
import { TableToolbar } from '#src/shared/ui/table/table-toolbar.tsx';
import { LoadingTable } from '#src/shared/ui/table/table-states.tsx';
import { RevisionComparison } from './revision-comparison.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { pairToCompare, whyNotTicked, type VersionedObject } from './revision-words.ts';
import { revisionColumns } from './revision-columns.tsx';

interface RevisionHistoryProps {
  readonly object: VersionedObject;
  /** Edits of the window around it that are not saved, in words: restoring drops them, and asks first. */
  readonly unsaved: readonly string[];
  /** Takes the window around it to what there is now. */
  readonly onRestored: () => unknown;
}

/** The height of the window around it that is not its table's, in pixels. */
const around = 390;

/** *Revision history*: every save of an object, newest first; two can be compared, and an old one restored. */
export function RevisionHistory({ object, unsaved, onRestored }: RevisionHistoryProps) {
  const revisions = useQuery(queryOf('history', { params: object }));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<'compare' | RevisionView | null>(null);
  const close = () => {
    setAsking(null);
  };
  const inForce = revisions.data?.deleted === false ? revisions.data.revision : null;
  const denied = useDenialReason(rightOfKind[object.kind]);
  const columns = revisionColumns({ object, current: inForce, denied, onRestore: setAsking });
  if (revisions.isPending)
    return (
      <LoadingTable label="Loading revisions" rows={4} columns={columns} density="dense" reservedHeight={around} />
    );
  if (revisions.isError)
    return <FailedState what="The revisions" error={revisions.error} onRetry={() => void revisions.refetch()} />;
  const { rows, revision, deleted } = revisions.data;
  if (rows.length === 0)
    return <EmptyState title="No revision was saved yet">The next save makes the first.</EmptyState>;
  const pair = pairToCompare(rows, ticked);
  return (
    <>
      <TableToolbar end={null}>
        <Button
          disabled={pair === null}
          onClick={() => {
            setAsking('compare');
          }}
        >
          {pair ? `Compare ${String(pair.from)} with ${String(pair.to)}` : 'Compare'}
        </Button>
        {pair === null && <Typography color="textSecondary">Tick two revisions to compare them.</Typography>}
      </TableToolbar>
      <DataTable
        label="Revision history"
        columns={columns}
        rows={rows}
        rowId={({ number }) => String(number)}
        reservedHeight={around}
        selection={{
          ids: ticked,
          nameOf: ({ number }) => `revision ${String(number)}`,
          disabledReason: ({ number }) => whyNotTicked(ticked, number),
          onChange: setTicked,
          page: false,
        }}
      />
      <RowCount total={rows.length} what={['revision', 'revisions']} />
      {asking === 'compare' && pair && <RevisionComparison object={object} pair={pair} onClose={close} />}
      {asking !== null && asking !== 'compare' && (
        <RestoreDialog
          object={object}
          revision={asking}
          current={revision}
          deleted={deleted}
          unsaved={unsaved}
          onRestored={async () => {
            await onRestored();
            close();
          }}
          onClose={close}
        />
      )}
    </>
  );
}
