import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';

/** Asks before everything goes back to how it was at first. */
export function ResetQuestion({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const reset = useMutation({
    mutationFn: () => call('resetWorld'),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="reset-title">
      <DialogTitle variant="h2" id="reset-title">
        Reset demo data?
      </DialogTitle>
      <DialogContent>
        Policies, device settings, detections, tasks and the clock go back to how they were at first. This cannot be
        undone.
        {reset.isError && (
          <Alert severity="error" variant="outlined" sx={{ mt: 3 }}>
            Nothing was reset. {sentenceOf(reset.error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button
          variant="contained"
          color="primary"
          disabled={reset.isPending}
          onClick={() => {
            reset.mutate();
          }}
        >
          Reset
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </DialogActions>
    </Dialog>
  );
}
