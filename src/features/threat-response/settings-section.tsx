import { Box, Switch, Typography } from '@mui/material';
import { memo, useEffect, useId, useRef, type ReactNode } from 'react';
import { lockLabels, settingsGroupLabels, type Lock, type SettingsGroup } from '#domain/policy/settings.ts';
import { useSearchParams } from '#src/shared/navigation/route-location.ts';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';
import { WhyButton } from './why-button.tsx';

interface SettingsSectionProps {
  readonly group: SettingsGroup;
  /** What stands in the upper right corner: the lock of a policy, or who decided on a device. */
  readonly corner: ReactNode;
  readonly children: ReactNode;
}

/** A group of settings with its name and its corner. Where the address asks for it, it comes into sight with the focus. */
export function SettingsSection({ group, corner, children }: SettingsSectionProps) {
  const id = useId();
  const { settings } = useSearchParams('settings');
  const frame = useRef<HTMLDivElement>(null);
  const isRequested = settings === group;
  useEffect(() => {
    if (!isRequested || frame.current?.contains(document.activeElement)) return;
    frame.current?.scrollIntoView({ block: 'nearest' });
    frame.current?.focus({ preventScroll: true });
  }, [isRequested]);
  return (
    <Box
      ref={frame}
      role="group"
      aria-labelledby={id}
      tabIndex={-1}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, mb: 4 }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          minHeight: 44,
          px: 4,
          gap: 3,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Typography variant="h3" id={id}>
          {settingsGroupLabels[group]}
        </Typography>
        <Box sx={{ flex: 1 }}>
          <WhyButton group={group} />
        </Box>
        {corner}
      </Box>
      <Box sx={{ px: 4, py: 3 }}>{children}</Box>
    </Box>
  );
}

interface LockSwitchProps {
  readonly group: SettingsGroup;
  readonly lock: Lock;
  readonly onChange: (group: SettingsGroup, lock: Lock) => void;
}

// Drawn with its own lock, not with every edit beside it.
export const LockSwitch = memo(LockControl);

/** The lock of a group of settings. Its name is *Under policy* whatever its state; the words beside it say the state. */
function LockControl({ group, lock, onChange }: LockSwitchProps) {
  const id = useId();
  const readOnly = useReadOnly();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Typography aria-hidden sx={{ color: lock === 'closed' ? 'primary.main' : 'text.secondary', fontWeight: 550 }}>
        {lockLabels[lock]}
      </Typography>
      <Switch
        checked={lock === 'closed'}
        onChange={(_, closed) => {
          if (readOnly === null) onChange(group, closed ? 'closed' : 'open');
        }}
        slotProps={{ input: { role: 'switch', 'aria-label': 'Under policy', ...readOnlyProps(readOnly, id) } }}
      />
      <Box id={id} hidden>
        {settingsGroupLabels[group]}
      </Box>
    </Box>
  );
}
