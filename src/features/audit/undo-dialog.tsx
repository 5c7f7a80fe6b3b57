import { Box, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeView } from '#contract/changes.ts';
import { rightsToUndo } from '#contract/rights.ts';
import { call } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { ConfirmDialog } from '#src/shared/ui/dialog/confirm-dialog.tsx';
import { objectsWords, putBackWords } from './change-words.ts';

interface UndoDialogProps {
  readonly change: ChangeView;
  readonly onClose: () => void;
}

/** Confirms undoing a change and lists the restored values. */
export function UndoDialog({ change, onClose }: UndoDialogProps) {
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call('undoChange', { params: { changeId: change.id } }),
    onSuccess: ({ objects }) => {
      onClose();
      return refreshAffected(queries, 'undoChange', { objects: objects.map(({ kind }) => kind) });
    },
  });
  return (
    <ConfirmDialog
      title={`Undo “${change.action}” of ${objectsWords(change)}?`}
      rights={rightsToUndo(change)}
      confirmLabel="Undo this change"
      blockedReason={null}
      busy={undo.isPending}
      error={undo.error}
      failurePrefix="Not undone."
      onConfirm={() => {
        undo.mutate();
      }}
      onClose={onClose}
    >
      <Typography color="textSecondary">
        This is put back, as a new revision and a new entry of the audit log:
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 4 }}>
        {change.lines.map((line) => (
          <Typography component="li" key={`${line.object}/${line.setting}`}>
            {change.objects.length > 1 && `${line.object}: `}
            {putBackWords(line)}
          </Typography>
        ))}
      </Box>
    </ConfirmDialog>
  );
}
