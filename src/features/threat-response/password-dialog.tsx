import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface PasswordDialogProps {
  readonly title: string;
  /** What becomes of the password. */
  readonly about: ReactNode;
  /** What the button does. */
  readonly verb: string;
  readonly busy: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  /** The fields, and what is wrong. */
  readonly children: ReactNode;
}

/** A dialog in which a password is typed, over the window of a policy. */
export function PasswordDialog({ title, about, verb, busy, onSubmit, onClose, children }: PasswordDialogProps) {
  const titleId = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <Box
        component="form"
        noValidate
        autoComplete="off"
        sx={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          // The window behind is not the form that is sent.
          event.stopPropagation();
          onSubmit();
        }}
      >
        <DialogTitle variant="h2" id={titleId}>
          {title}
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <Typography color="textSecondary">{about}</Typography>
          {children}
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4 }}>
          <Button type="submit" variant="contained" color="primary" disabled={busy}>
            {verb}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
