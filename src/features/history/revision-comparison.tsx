import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RevisionView } from '#contract/history.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { DataTable } from '#src/shared/ui/table/data-table.tsx';
import { FailedState, LoadingRows } from '#src/shared/ui/feedback/page-states.tsx';
import type { VersionedObject } from './revision-words.ts';

interface ComparisonProps {
  readonly object: VersionedObject;
  readonly pair: { readonly from: number; readonly to: number };
  readonly onClose: () => void;
}

/** Compares two revisions setting by setting. */
export function RevisionComparison({ object, pair, onClose }: ComparisonProps) {
  const found = useQuery(queryOf('compareRevisions', { params: object, query: pair }));
  const [all, setAll] = useState(false);
  return (
    <Dialog open onClose={onClose} aria-labelledby="comparison-title" fullWidth maxWidth="md">
      <DialogTitle variant="h2" id="comparison-title">
        Revision {pair.from} and revision {pair.to}
      </DialogTitle>
      <DialogContent>
        {found.isPending && <LoadingRows label="Comparing" rows={4} />}
        {found.isError && (
          <FailedState what="The comparison" error={found.error} onRetry={() => void found.refetch()} />
        )}
        {found.data && (
          <>
            <Typography color="textSecondary" sx={{ mb: 2 }}>
              {found.data.changes.length === 0
                ? 'They say the same.'
                : `${formatCount(found.data.changes.length, ['setting differs', 'settings differ'])}.`}
            </Typography>
            <DataTable
              label="Comparison"
              columns={columnsOf(found.data)}
              rows={[
                ...found.data.changes,
                ...(all ? found.data.same.map(({ setting, value }) => ({ setting, from: value, to: value })) : []),
              ]}
              rowId={({ setting }) => setting}
              reservedHeight={360}
            />
          </>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4 }}>
        {found.data && found.data.same.length > 0 && (
          <Button
            aria-pressed={all}
            onClick={() => {
              setAll(!all);
            }}
            sx={{ mr: 'auto' }}
          >
            Show the {formatCount(found.data.same.length, ['setting', 'settings'])} that did not change
          </Button>
        )}
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}

interface Line {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

function columnsOf({ from, to }: { from: RevisionView; to: RevisionView }): readonly Column<Line>[] {
  const head = ({ number, at, by }: RevisionView) =>
    `Revision ${String(number)}, ${dateTimeIn(viewerZone(), at)}, ${by}`;
  const differs = (line: Line) => line.from !== line.to;
  return [
    { id: 'setting', title: 'Setting', cell: ({ setting }) => setting },
    { id: 'from', title: head(from), cell: (line) => (differs(line) ? <del>{line.from}</del> : line.from) },
    { id: 'to', title: head(to), grow: true, cell: (line) => (differs(line) ? <ins>{line.to}</ins> : line.to) },
  ];
}
