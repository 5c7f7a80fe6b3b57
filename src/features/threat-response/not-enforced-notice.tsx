import { Alert } from '@mui/material';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import { deviationSentence, notEnforcedSentence } from './not-enforced.ts';

interface NotEnforcedNoticeProps {
  readonly group: SettingsGroup;
  readonly deviating: number;
  readonly devices: number;
}

/** Under an open lock a saved value looks like success: says that it is not enforced, and where it does not hold. */
export function NotEnforcedNotice({ group, deviating, devices }: NotEnforcedNoticeProps) {
  return (
    <Alert severity="warning" icon={false} sx={{ mt: 3 }}>
      {notEnforcedSentence(group)} {deviationSentence(deviating, devices)}
    </Alert>
  );
}
