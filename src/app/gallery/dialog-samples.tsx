import { Button, DialogContent, DialogTitle } from '@mui/material';
import { useState } from 'react';
import { ApiProblem } from '#src/shared/api/problem.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { TopDialog } from '#src/shared/ui/dialog/top-dialog.tsx';
import { UnsavedChangesDialog } from '#src/shared/ui/dialog/unsaved-changes-dialog.tsx';
import { Sample, SampleSection } from './sample.tsx';

const refused = new ApiProblem({ kind: 'connection', status: 0, detail: 'The connection was lost. Try again.' });
const kinds = {
  confirm: 'Confirm',
  notYet: 'Confirm, not possible yet',
  failed: 'Confirm, failed',
  unsaved: 'Unsaved changes',
  plain: 'Plain dialog',
} as const;

export function DialogSamples() {
  const [open, setOpen] = useState<keyof typeof kinds | null>(null);
  const close = () => {
    setOpen(null);
  };
  return (
    <SampleSection title="Dialogs">
      <Sample title="Each opens one">
        {Object.entries(kinds).map(([kind, label]) => (
          <Button
            key={kind}
            variant="outlined"
            onClick={() => {
              setOpen(kind as keyof typeof kinds);
            }}
          >
            {label}
          </Button>
        ))}
      </Sample>
      {(open === 'confirm' || open === 'notYet' || open === 'failed') && (
        <ConfirmDialog
          title="Delete the sample?"
          confirmLabel="Delete"
          rights={[]}
          blockedReason={open === 'notYet' ? 'Choose a sample first.' : null}
          busy={false}
          error={open === 'failed' ? refused : null}
          failurePrefix="Nothing was deleted."
          onConfirm={close}
          onClose={close}
        >
          It cannot be restored.
        </ConfirmDialog>
      )}
      {open === 'unsaved' && (
        <UnsavedChangesDialog changes={['Name: Berlin → Berlin 2']} onDiscard={close} onStay={close} />
      )}
      {open === 'plain' && (
        <TopDialog onClose={close} aria-labelledby="gallery-plain-title">
          <DialogTitle variant="h2" id="gallery-plain-title">
            A plain dialog
          </DialogTitle>
          <DialogContent>Escape closes it.</DialogContent>
        </TopDialog>
      )}
    </SampleSection>
  );
}
