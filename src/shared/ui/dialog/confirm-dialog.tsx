import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import type { Right } from '#contract/rights.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** What the button does: one clear verb, the same as in the title. */
  readonly confirmLabel: string;
  /** The rights that it takes. */
  readonly rights: readonly Right[];
  /** Why it cannot be done yet; null when it can. It stands beside the button. */
  readonly blockedReason: string | null;
  readonly busy: boolean;
  /** Why it was refused; null when it was not. */
  readonly error: Error | null;
  /** Begins the sentence of a refusal: *Nothing was deleted.* */
  readonly failurePrefix: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks before something is done, says what it will do, and stays open with the reason when it could not be done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, confirmLabel, rights, blockedReason, busy, error, failurePrefix, onConfirm, onClose, children } =
    props;
  const id = useId();
  const denied = useDenialReason(...rights);
  const reason = denied ?? blockedReason;
  return (
    <Dialog open onClose={onClose} aria-labelledby={`${id}-title`} fullWidth maxWidth="sm">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // A form within a window's form bubbles through React's tree, not through the page's.
          event.stopPropagation();
          if (reason === null && !busy) onConfirm();
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
              {failurePrefix} {sentenceOf(error)}
            </Alert>
          )}
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4, flexWrap: 'wrap', rowGap: 2, '& > button': { whiteSpace: 'normal' } }}>
          {reason !== null && (
            <span id={`${id}-reason`} style={{ flex: '1 1 120px' }}>
              {reason}
            </span>
          )}
          <AllowedButton
            type="submit"
            variant="contained"
            color="primary"
            disabledReason={denied}
            disabled={blockedReason !== null}
            loading={busy}
            {...(reason === null ? {} : { 'aria-describedby': `${id}-reason` })}
          >
            {confirmLabel}
          </AllowedButton>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
