import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { runsWords } from './run-words.ts';

interface StartAllDialogProps {
  readonly startable: number;
  /** The subject of the sentence: `Every run of this task`. */
  readonly which: string;
  readonly starting: boolean;
  readonly error: Error | null;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

/** Confirms starting many runs, possibly in working hours. */
export function StartAllDialog({ startable, which, starting, error, onStart, onClose }: StartAllDialogProps) {
  const denied = useDenialReason('start-scans');
  return (
    <Dialog open onClose={onClose} aria-labelledby="start-all-title">
      <DialogTitle id="start-all-title" variant="h1" component="h2">
        Start {runsWords(startable)} now?
      </DialogTitle>
      <DialogContent>
        <Typography>
          {which} that has not started, and whose device can be reached, starts at once, whatever its window says.
        </Typography>
        {error && (
          <Alert severity="error" variant="outlined" sx={{ mt: 3 }}>
            Nothing was started. {sentenceOf(error)}
          </Alert>
        )}
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <AllowedButton
          disabledReason={denied}
          variant="contained"
          color="primary"
          disabled={startable === 0}
          loading={starting}
          onClick={onStart}
        >
          Start {runsWords(startable)}
        </AllowedButton>
      </DialogActions>
    </Dialog>
  );
}
