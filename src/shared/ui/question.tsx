import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { sentenceOf } from '#src/shared/api/problem.ts';

interface QuestionProps {
  readonly title: string;
  /** What the button does: one clear verb, the same as in the title. */
  readonly verb: string;
  /** Why it cannot be done yet; null when it can. It stands beside the button. */
  readonly notYet: string | null;
  readonly busy: boolean;
  /** Why it was refused; null when it was not. */
  readonly error: Error | null;
  /** Begins the sentence of a refusal: *Nothing was deleted.* */
  readonly kept: string;
  readonly onYes: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done, says what it will do, and stays open with the reason when it could not be done. */
export function Question({ title, verb, notYet, busy, error, kept, onYes, onClose, children }: QuestionProps) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} fullWidth maxWidth="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A form within a window's form bubbles through React's tree, not through the page's.
          event.stopPropagation();
          if (notYet === null && !busy) onYes();
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle variant="h2" id={`${id}-title`} sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3, overflowWrap: 'anywhere' }}>
          {children}
          {error && (
            <Alert severity="error" variant="outlined">
              {kept} {sentenceOf(error)}
            </Alert>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, flexWrap: 'wrap', rowGap: 2, '& > button': { whiteSpace: 'normal' } }}>
          {notYet !== null && (
            <span id={`${id}-reason`} style={{ flex: '1 1 120px' }}>
              {notYet}
            </span>
          )}
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={notYet !== null}
            loading={busy}
            {...(notYet === null ? {} : { 'aria-describedby': `${id}-reason` })}
          >
            {verb}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
