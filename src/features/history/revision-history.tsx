import { Button, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RevisionView } from '#contract/history.ts';
import { rightOfKind } from '#contract/rights.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { RevisionComparison } from './revision-comparison.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { pairToCompare, whyNotTicked, type VersionedObject } from './revision-words.ts';
import { revisionColumns } from './revision-columns.tsx';

interface RevisionHistoryProps {
  readonly object: VersionedObject;
  /** Unsaved changes of the surrounding window, which a restore discards. */
  readonly unsaved: readonly string[];
  /** Reloads the surrounding window. */
  readonly onRestored: () => unknown;
}

/** *Revision history* of an object, newest first, to compare two revisions or restore one. */
export function RevisionHistory({ object, unsaved, onRestored }: RevisionHistoryProps) {
  const revisions = useQuery(queryOf('history', { params: object }));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<'compare' | RevisionView | null>(null);
  const close = () => {
    setDialog(null);
  };
  const current = revisions.data?.deleted === false ? revisions.data.revision : null;
  const denied = useDenialReason(rightOfKind[object.kind]);
  const columns = revisionColumns({ object, current, denied, onRestore: setDialog });
  const rows = revisions.data?.rows ?? [];
  const pair = pairToCompare(rows, selected);
  return (
    <>
      <QueryTable
        label="Revision history"
        words={{ list: 'The revisions', loading: 'Loading revisions', noun: ['revision', 'revisions'] }}
        query={revisions}
        columns={columns}
        rowId={({ number }) => String(number)}
        selection={{
          ids: selected,
          nameOf: ({ number }) => `revision ${String(number)}`,
          disabledReason: ({ number }) => whyNotTicked(selected, number),
          onChange: setSelected,
          page: false,
        }}
        loadingRows={4}
        reservedHeight={390}
        toolbar={
          rows.length === 0 ? undefined : (
            <>
              <Button
                disabled={pair === null}
                onClick={() => {
                  setDialog('compare');
                }}
              >
                {pair ? `Compare ${String(pair.from)} with ${String(pair.to)}` : 'Compare'}
              </Button>
              {pair === null && <Typography color="textSecondary">Tick two revisions to compare them.</Typography>}
            </>
          )
        }
        empty={<EmptyState title="No revision was saved yet">The next save makes the first.</EmptyState>}
      />
      {dialog === 'compare' && pair && <RevisionComparison object={object} pair={pair} onClose={close} />}
      {revisions.data && dialog !== null && dialog !== 'compare' && (
        <RestoreDialog
          object={object}
          revision={dialog}
          current={revisions.data.revision}
          deleted={revisions.data.deleted}
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
