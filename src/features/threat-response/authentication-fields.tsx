import { Alert, Box, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import type { AccountView } from '#contract/account.ts';
import type { CredentialId } from '#domain/ids.ts';
import { settingLabels, type AuthenticationValue } from '#domain/policy/settings.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { useTimePreferences } from '#src/shared/time/time-preferences.ts';
import { FailedState } from '#src/shared/ui/feedback/page-states.tsx';
import { accountStateQuery } from './account-state-query.ts';
import { describeAccount, passwordState, passwordStateLabels } from './account-text.ts';
import { CheckPassword } from './check-password.tsx';
import { CreateAccount } from './create-account.tsx';
import { DeleteAccount } from './delete-account.tsx';
import { WhyValue } from './why-button.tsx';

interface AuthenticationFieldsProps {
  readonly value: AuthenticationValue;
  readonly onChange: (value: AuthenticationValue) => void;
}

/** *Authentication on Administration Server* where it can be edited: the special account, and the password set here. */
export const AuthenticationFields = memo(function AuthenticationFields({ value, onChange }: AuthenticationFieldsProps) {
  useTimePreferences();
  const account = useQuery(accountStateQuery);
  if (account.data) return <Known account={account.data} value={value} onChange={onChange} />;
  if (account.isError)
    return <FailedState what="The special account" error={account.error} onRetry={() => void account.refetch()} />;
  return <Skeleton height={72} />;
});

function Known({ account, value, onChange }: AuthenticationFieldsProps & { readonly account: AccountView }) {
  const [open, setOpen] = useState<'create' | 'check' | 'delete' | null>(null);
  const notTheAccount = useDenialReason('manage-account');
  // What is set here is an edit of the window around it, whose own right it takes.
  const notHere = useReadOnly()?.reason ?? null;
  const state = passwordState(value, account);
  const close = () => {
    setOpen(null);
  };
  const take = (credential: CredentialId) => {
    onChange({ credential });
    close();
  };
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Typography sx={{ flex: '1 1 280px' }}>{describeAccount(account, viewerZone())}</Typography>
        {account.exists ? (
          <AllowedButton
            disabledReason={notTheAccount}
            color="error"
            onClick={() => {
              setOpen('delete');
            }}
          >
            Delete account
          </AllowedButton>
        ) : (
          <AllowedButton
            disabledReason={notTheAccount}
            onClick={() => {
              setOpen('create');
            }}
          >
            Create account
          </AllowedButton>
        )}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 2 }}>
        <Box sx={{ flex: '1 1 280px', display: 'flex', flexWrap: 'wrap', columnGap: 2, alignItems: 'baseline' }}>
          <Typography role="status">
            {settingLabels.password}: <strong>{passwordStateLabels[state]}</strong>
          </Typography>
          <WhyValue group="authentication" setting={settingLabels.password} />
        </Box>
        {account.exists && (
          <AllowedButton
            disabledReason={notTheAccount}
            onClick={() => {
              setOpen('check');
            }}
          >
            Check password
          </AllowedButton>
        )}
        <AllowedButton
          disabledReason={notHere}
          disabled={value.credential === null}
          onClick={() => {
            onChange({ credential: null });
          }}
        >
          Clear password
        </AllowedButton>
      </Box>
      <Typography color="textSecondary" variant="body2" sx={{ mt: 1 }}>
        The account may do nothing but create IOC Scan tasks. Where its password is set, detections may create them.
      </Typography>
      {state === 'does-not-match' && (
        <Alert severity="warning" icon={false} sx={{ mt: 2 }}>
          {account.exists
            ? 'The password set here is that of a former account. Check the present one to set it.'
            : 'The account that this password belonged to was deleted.'}
        </Alert>
      )}
      {open === 'create' && <CreateAccount onCreated={take} onClose={close} />}
      {open === 'check' && <CheckPassword onMatch={take} onClose={close} />}
      {open === 'delete' && <DeleteAccount account={account} onClose={close} />}
    </>
  );
}
