import { Box, Typography } from '@mui/material';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import type { Change } from '#src/shared/form/use-versioned-form.ts';
import type { Lock } from '#domain/policy/settings.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { allLocks, withAllLocks } from './all-locks.ts';

interface LockAllButtonsProps {
  readonly view: PolicyView;
  readonly draft: PolicyUpdate;
  readonly onChange: Change<PolicyUpdate>;
}

/** Closes or opens all editable locks of a policy. */
export function LockAllButtons({ view, draft, onChange }: LockAllButtonsProps) {
  const { notClosable, notOpenable, leftAlone } = allLocks(view, draft);
  const readOnly = useReadOnly();
  const set = (lock: Lock) => () => {
    onChange((before) => withAllLocks(view, before, lock));
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 4 }}>
      <LockButton name="Put all groups under policy" denied={readOnly?.reason ?? notClosable} onClick={set('closed')} />
      <LockButton name="Open all locks" denied={readOnly?.reason ?? notOpenable} onClick={set('open')} />
      <Typography color="textSecondary" sx={{ flex: '1 1 100%' }}>
        Under policy, a group of settings holds on every device, and on policies below that inherit. {leftAlone}
      </Typography>
    </Box>
  );
}

interface LockButtonProps {
  readonly name: string;
  readonly denied: string | null;
  readonly onClick: () => void;
}

const LockButton = ({ name, denied, onClick }: LockButtonProps) => (
  <AllowedButton disabledReason={denied} onClick={onClick}>
    {name}
  </AllowedButton>
);
