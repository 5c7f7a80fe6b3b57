import { Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { AuthenticationValue } from '#domain/policy/settings.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { viewerZone } from '#src/shared/time/format.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { accountStateQuery } from './account-state-query.ts';
import { describeAccount, passwordMatchSentences, passwordState } from './account-text.ts';

/** The special account where *Authentication* is read-only: whether it exists, and how the password that holds stands to it. */
export function AccountState({ value }: { value: AuthenticationValue }) {
  const account = useQuery(accountStateQuery);
  if (account.isError) {
    return (
      <Typography component="div" color="textSecondary" sx={{ mt: 2 }}>
        The special account could not be loaded. {sentenceOf(account.error)}{' '}
        <TextButton onClick={() => void account.refetch()}>Retry</TextButton>
      </Typography>
    );
  }
  if (!account.data) return null;
  return (
    <Typography sx={{ mt: 2 }}>
      {describeAccount(account.data, viewerZone())} {passwordMatchSentences[passwordState(value, account.data)]}
    </Typography>
  );
}
