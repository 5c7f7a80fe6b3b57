import { Alert, Box, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { accountBody } from '#contract/account.ts';
import type { CredentialId } from '#domain/ids.ts';
import { call } from '#src/shared/api/client.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { ApiProblem, sentenceOf } from '#src/shared/api/problem.ts';
import { PasswordDialog } from './password-dialog.tsx';
import { PasswordField } from './password-field.tsx';
import { passwordStrength } from './password-strength.ts';

interface CreateAccountProps {
  /** @param credential what stands for the new password: it goes into the draft */
  readonly onCreated: (credential: CredentialId) => void;
  readonly onClose: () => void;
}

const blank = { password: '', confirmation: '' };

/** *Create account*: a password typed twice. It is in no cache: the mutation reads the fields, and they are emptied. */
export function CreateAccount({ onCreated, onClose }: CreateAccountProps) {
  const queries = useQueryClient();
  const strengthId = useId();
  const [typed, setTyped] = useState(blank);
  const [errors, setErrors] = useState<Partial<typeof blank>>({});
  const create = useMutation({
    mutationFn: () => call('createAccount', { body: typed }),
    gcTime: 0,
    onSuccess: ({ credential }) => {
      setTyped(blank);
      void refreshAffected(queries, 'createAccount');
      onCreated(credential);
    },
    onError: (problem) => {
      const refused = problem instanceof ApiProblem ? problem.errors : [];
      const at = (path: string) => refused.find((error) => error.path === path)?.message;
      setErrors(errorsOf(at('/password'), at('/confirmation')));
    },
  });
  const change = (part: Partial<typeof blank>) => {
    setTyped({ ...typed, ...part });
    setErrors({});
    if (create.isError) create.reset();
  };
  const submit = () => {
    const issues = accountBody.safeParse(typed).error?.issues ?? [];
    const at = (field: string) => issues.find(({ path }) => path[0] === field)?.message;
    const found = errorsOf(at('password'), at('confirmation'));
    setErrors(found);
    if (issues.length === 0) create.mutate();
  };
  const strength = passwordStrength(typed.password);
  return (
    <PasswordDialog
      title="Create account"
      about="The special account may only create IOC scan tasks. Its password cannot be changed or shown later: note it for the other policies."
      verb="Create account"
      busy={create.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <PasswordField
        label="Password"
        value={typed.password}
        error={errors.password}
        onChange={(password) => {
          change({ password });
        }}
      />
      {typed.password !== '' && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <meter
            aria-label="Password strength"
            aria-describedby={strengthId}
            min={0}
            max={3}
            low={1}
            high={2}
            optimum={3}
            value={strength.score}
          />
          <Typography id={strengthId} variant="body2" color="textSecondary">
            {strength.words}
          </Typography>
        </Box>
      )}
      <PasswordField
        label="Confirm password"
        value={typed.confirmation}
        error={errors.confirmation}
        onChange={(confirmation) => {
          change({ confirmation });
        }}
      />
      {create.error && Object.keys(errors).length === 0 && <Alert severity="error">{sentenceOf(create.error)}</Alert>}
    </PasswordDialog>
  );
}

const errorsOf = (password: string | undefined, confirmation: string | undefined) => ({
  ...(password === undefined ? {} : { password }),
  ...(confirmation === undefined ? {} : { confirmation }),
});
