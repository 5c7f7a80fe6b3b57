import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ChangeView } from '#contract/changes.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { objectsWords, putBackWords } from './change-words.ts';

interface UndoQuestionProps {
  readonly change: ChangeView;
  readonly onClose: () => void;
}

/** Asks before a change is taken back, and says what will be put back. A refusal says why, and that nothing changed. */
export function UndoQuestion({ change, onClose }: UndoQuestionProps) {
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => call('undoChange', { params: { changeId: change.id } }),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries();
    },
  });
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth aria-labelledby="undo-title">
      <DialogTitle variant="h2" id="undo-title" sx={{ px: 5 }}>
        Undo “{change.action}” of {objectsWords(change)}?
      </DialogTitle>
      <DialogContent sx={{ px: 5 }}>
        <Typography color="textSecondary" sx={{ mb: 2 }}>
          This is put back, as a new revision and a new entry of the audit log:
        </Typography>
        <Box component="ul" sx={{ m: 0, pl: 4 }}>
          {change.lines.map((line) => (
            <Typography component="li" key={`${line.object}/${line.setting}`} sx={{ overflowWrap: 'anywhere' }}>
              {change.objects.length > 1 && `${line.object}: `}
              {putBackWords(line)}
            </Typography>
          ))}
        </Box>
        {undo.isError && (
          <Alert severity="error" variant="outlined" sx={{ mt: 4 }}>
            Not undone. {sentenceOf(undo.error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions sx={{ px: 5, pb: 4 }}>
        <Button
          variant="contained"
          color="primary"
          disabled={undo.isPending}
          onClick={() => {
            undo.mutate();
          }}
        >
          Undo this change
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}
