import { Typography } from '@mui/material';
import type { RevisionView } from '#contract/history.ts';
import { dateTimeIn, viewerZone } from '#src/shared/time/format.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import type { Column } from '#src/shared/ui/table/column.ts';
import { RevisionDescription } from './revision-description.tsx';
import { changeWords, type VersionedObject } from './revision-words.ts';

interface RevisionColumnsOptions {
  readonly object: VersionedObject;
  /** The current revision; null for a deleted object. */
  readonly current: number | null;
  /** Why the signed-in user may not restore or describe revisions; null if allowed. */
  readonly denied: string | null;
  readonly onRestore: (revision: RevisionView) => void;
}

export function revisionColumns({
  object,
  current,
  denied,
  onRestore,
}: RevisionColumnsOptions): readonly Column<RevisionView>[] {
  const zone = viewerZone();
  return [
    { id: 'number', title: 'Revision', align: 'right', cell: ({ number }) => number },
    { id: 'at', title: `Saved (${zone})`, cell: ({ at }) => dateTimeIn(zone, at) },
    { id: 'by', title: 'By', cell: ({ by }) => by },
    { id: 'changes', title: 'What changed', grow: true, cell: ({ changes }) => changes.map(changeWords).join('; ') },
    {
      id: 'description',
      title: 'Description',
      cell: (revision) => <RevisionDescription object={object} revision={revision} denied={denied} />,
    },
    {
      id: 'restore',
      title: 'Restore',
      cell: (revision) =>
        revision.number === current ? (
          <Typography component="span" color="textSecondary">
            in force
          </Typography>
        ) : (
          <AllowedButton
            disabledReason={denied}
            aria-label={`Restore revision ${String(revision.number)}`}
            onClick={() => {
              onRestore(revision);
            }}
          >
            Restore
          </AllowedButton>
        ),
    },
  ];
}
