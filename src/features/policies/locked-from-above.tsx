import { Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { PolicyRef } from '#contract/devices.ts';
import type { SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import { overruled } from '#domain/policy/warnings.ts';
import { SettingsSection } from '#src/features/threat-response/settings-section.tsx';
import { SettingsValueList } from '#src/features/threat-response/settings-value-list.tsx';
import { useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

interface LockedFromAboveProps<G extends SettingsGroup> {
  readonly group: G;
  readonly settings: {
    readonly [Name in G]: {
      readonly value: SettingsValues[Name];
      readonly lockedBy: PolicyRef | null;
      readonly own: { readonly value: SettingsValues[Name] };
    };
  };
  readonly about?: ReactNode;
}

/** A group of settings enforced by a policy above: the effective value, that policy, and the overridden own value. */
export function LockedFromAbove<G extends SettingsGroup>({ group, settings, about }: LockedFromAboveProps<G>) {
  const setPlace = useSetSearchParams();
  const { value, lockedBy, own } = settings[group];
  const dead = lockedBy && overruled(group, { lockedFromAbove: true, from: lockedBy, own, value }, lockedBy.group.name);
  return (
    <SettingsSection
      group={group}
      corner={<Typography sx={{ color: 'primary.main', fontWeight: 550 }}>Under policy</Typography>}
    >
      <SettingsValueList group={group} value={value} />
      {about}
      {lockedBy && (
        <Typography sx={{ mt: 3 }}>
          This group of settings is read-only here: locked by the policy{' '}
          <TextButton
            onClick={() => {
              setPlace({ policy: lockedBy.id, section: 'threat-response' });
            }}
          >
            {lockedBy.name}
          </TextButton>{' '}
          of the group {lockedBy.group.name}.
        </Typography>
      )}
      {dead !== null && (
        <>
          <Typography color="textSecondary" sx={{ mt: 3, mb: 1 }}>
            {dead}
          </Typography>
          <SettingsValueList group={group} value={own.value} dead />
        </>
      )}
    </SettingsSection>
  );
}
