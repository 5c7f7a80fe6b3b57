import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { RevisionHistory } from './revision-history.tsx';
import type { VersionedObject } from './revision-words.ts';

interface HistoryDialogProps {
  readonly object: VersionedObject;
  readonly name: string;
  readonly onClose: () => void;
}

/** The history of an object without a window. */
export function HistoryDialog({ object, name, onClose }: HistoryDialogProps) {
  return (
    <Dialog open onClose={onClose} aria-labelledby="history-title" fullWidth maxWidth="lg">
      <DialogTitle variant="h2" id="history-title">
        Revision history: {name}
      </DialogTitle>
      <DialogContent>
        <RevisionHistory object={object} unsaved={[]} onRestored={() => undefined} />
      </DialogContent>
      <DialogActions sx={{ px: 6, pb: 4 }}>
        <Button variant="contained" color="primary" onClick={onClose}>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
