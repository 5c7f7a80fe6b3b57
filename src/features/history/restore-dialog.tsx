import { Box, Typography } from '@mui/material';
import type { RevisionView } from '#contract/history.ts';
import { rightOfKind } from '#contract/rights.ts';
import { Effects, useEffects } from '#src/features/effects/effects.tsx';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { useChange } from '#src/shared/undo/use-change.ts';
import { changeWords, type VersionedObject } from './revision-words.ts';

interface RestoreDialogProps {
  readonly object: VersionedObject;
  readonly revision: RevisionView;
  /** The current or last revision of the object. */
  readonly current: number;
  /** True for a deleted object, which a restore brings back. */
  readonly deleted: boolean;
  readonly unsaved: readonly string[];
  readonly onRestored: () => unknown;
  readonly onClose: () => void;
}

/** Confirms restoring a revision, with the changes of settings, devices and waiting runs. */
export function RestoreDialog(props: RestoreDialogProps) {
  const { object, revision, current, deleted, unsaved, onRestored, onClose } = props;
  const { number } = revision;
  const effects = useEffects({
    operation: 'restoreRevision',
    params: { ...object, number: String(number) },
    query: {},
    ifMatch: `"${String(current)}"`,
  });
  const restore = useChange('restoreRevision', onRestored, { objects: [object.kind] });
  const lines = effects?.effects?.lines;
  return (
    <ConfirmDialog
      title={`Restore revision ${String(number)}?`}
      rights={[rightOfKind[object.kind]]}
      confirmLabel={`Restore revision ${String(number)}`}
      blockedReason={lines?.length === 0 ? 'It says what holds now.' : null}
      busy={restore.isPending}
      error={restore.error}
      failurePrefix="Nothing was restored."
      onConfirm={() => {
        restore.mutate({
          input: { params: { ...object, number } },
          revision: current,
          successMessage: `Revision ${String(number)} restored.`,
        });
      }}
      onClose={onClose}
    >
      <Typography>
        {deleted
          ? 'It was deleted, and comes back with what this revision said: inactive, in the group it was in.'
          : 'What it said is saved as a new revision. Nothing of the history is lost.'}
      </Typography>
      {unsaved.length > 0 && (
        <Box>
          <Typography sx={{ fontWeight: 600 }}>These unsaved edits are dropped:</Typography>
          <Sentences of={unsaved} />
        </Box>
      )}
      <Box role="status" aria-label="What will change" sx={{ display: 'grid', gap: 2 }}>
        {lines && lines.length > 0 && <Sentences of={lines.map(changeWords)} />}
        {effects && <Effects state={effects} />}
      </Box>
    </ConfirmDialog>
  );
}

const Sentences = ({ of: sentences }: { of: readonly string[] }) =>
  sentences.map((sentence) => (
    <Typography key={sentence} sx={{ overflowWrap: 'anywhere' }}>
      {sentence}
    </Typography>
  ));
