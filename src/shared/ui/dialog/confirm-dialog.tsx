import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle } from '@mui/material';
import { useId, type ReactNode } from 'react';
import type { Right } from '#contract/rights.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';

interface ConfirmDialogProps {
  readonly title: string;
  /** The text of the confirm button: the verb of the title. */
  readonly confirmLabel: string;
  /** The rights that the action requires. */
  readonly rights: readonly Right[];
  /** Why the action is not possible yet, shown beside the button; null if it is. */
  readonly blockedReason: string | null;
  readonly busy: boolean;
  /** The error of the last attempt. */
  readonly error: Error | null;
  /** Precedes the error message: *Nothing was deleted.* */
  readonly failurePrefix: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Confirms an action and shows its consequences; stays open with the error if the action fails. */
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
          // React events bubble through the component tree, so the form of a window around this dialog would submit too.
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
