import { Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';

interface MissingWindowProps {
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly onClose: () => void;
}

/** Replaces a window whose object could not be loaded or does not exist. */
export function MissingWindow({ what, error, onRetry, onClose }: MissingWindowProps) {
  const deleted = error instanceof ApiProblem && error.kind === 'not-found';
  return (
    <Dialog open onClose={onClose} aria-labelledby="missing-title">
      <DialogTitle variant="h2" id="missing-title">
        {deleted ? `There is no such ${what}` : `The ${what} could not be loaded`}
      </DialogTitle>
      <DialogContent>{sentenceOf(error)}</DialogContent>
      <DialogActions>
        {!deleted && <Button onClick={onRetry}>Retry</Button>}
        <Button variant="contained" color="primary" onClick={onClose}>
          Back to the group
        </Button>
      </DialogActions>
    </Dialog>
  );
}
