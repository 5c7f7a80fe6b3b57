import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CredentialId } from '#domain/ids.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { PasswordField } from './password-field.tsx';

interface CheckPasswordProps {
  /** Told when the password matches, with what stands for it: it goes into the draft. */
  readonly onMatch: (credential: CredentialId) => void;
  readonly onClose: () => void;
}

/** *Check password*: whether a typed password is the account's. The field is emptied after every answer. */
export function CheckPassword({ onMatch, onClose }: CheckPasswordProps) {
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const check = useMutation({
    mutationFn: () => call('checkAccountPassword', { body: { password } }),
    gcTime: 0,
    onSuccess: ({ credential }) => {
      setPassword('');
      if (credential === null) setError('This password does not match the special account.');
      else onMatch(credential);
    },
  });
  return (
    <Dialog open onClose={onClose} aria-labelledby="check-password-title" fullWidth maxWidth="xs">
      <Box
        component="form"
        noValidate
        autoComplete="off"
        sx={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (password === '') setError('Enter a password.');
          else if (password.length > 128) setError('A password has at most 128 characters.');
          else check.mutate();
        }}
      >
        <DialogTitle variant="h2" id="check-password-title">
          Check password
        </DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 3 }}>
          <Typography color="textSecondary">
            A password that matches the special account is set here, and saved with Apply or OK.
          </Typography>
          <PasswordField
            label="Account password"
            value={password}
            error={error}
            onChange={(typed) => {
              setPassword(typed);
              setError(undefined);
              if (check.isError) check.reset();
            }}
          />
          {check.error && <Alert severity="error">{sentenceOf(check.error)}</Alert>}
        </DialogContent>
        <DialogActions sx={{ px: 6, pb: 4 }}>
          <Button type="submit" variant="contained" color="primary" disabled={check.isPending}>
            Check
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </DialogActions>
      </Box>
    </Dialog>
  );
}
