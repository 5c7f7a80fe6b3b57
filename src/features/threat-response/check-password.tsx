import { Alert } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CredentialId } from '#domain/ids.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { PasswordField } from './password-field.tsx';

interface CheckPasswordProps {
  /** Told when the password matches, with what stands for it goes into the draft. */
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
  const submit = () => {
    if (password === '') setError('Enter a password.');
    else if (password.length > 128) setError('A password has at most 128 characters.');
    else check.mutate();
  };
  return (
    <PasswordDialog
      title="Check password"
      about="A password that matches the special account is set here, and saved with Apply or OK."
      verb="Check"
      busy={check.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
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
    </PasswordDialog>
  );
}
