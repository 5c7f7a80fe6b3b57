import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';

interface UnsavedChangesDialogProps {
  readonly changes: readonly string[];
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}

/** Confirms discarding unsaved changes and lists them. */
export function UnsavedChangesDialog({ changes, onDiscard, onStay }: UnsavedChangesDialogProps) {
  return (
    <Dialog open onClose={onStay} aria-labelledby="unsaved-title">
      <DialogTitle variant="h2" id="unsaved-title">
        Close without saving?
      </DialogTitle>
      <DialogContent>
        {changes.map((change) => (
          <Typography key={change}>{change}</Typography>
        ))}
      </DialogContent>
      <DialogActions sx={{ px: 5, pb: 4 }}>
        <Button variant="contained" color="primary" onClick={onStay}>
          Keep editing
        </Button>
        <Button onClick={onDiscard}>Discard changes</Button>
      </DialogActions>
    </Dialog>
  );
}
