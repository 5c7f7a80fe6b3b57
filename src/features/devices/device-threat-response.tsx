import { useQuery } from '@tanstack/react-query';
import type { DeviceSettingsView } from '#contract/devices.ts';
import { groupActionsWithoutAccount } from '#domain/policy/warnings.ts';
import { AccountState } from '#src/features/threat-response/account-state.tsx';
import { ActionsFields } from '#src/features/threat-response/actions-fields.tsx';
import { AdditionalFields } from '#src/features/threat-response/additional-fields.tsx';
import { AuthenticationFields } from '#src/features/threat-response/authentication-fields.tsx';
import { accountStateQuery } from '#src/features/threat-response/account-state-query.ts';
import { DeviceGroup } from './device-group.tsx';
import { withoutLocal, type LocalDraft } from './local-draft.ts';

interface DeviceThreatResponseProps {
  readonly settings: DeviceSettingsView;
  readonly zone: string;
  readonly local: LocalDraft;
  readonly onLocal: (local: LocalDraft) => void;
}

/** *Threat Response* of a device: effective and local settings. */
export function DeviceThreatResponse({ settings, zone, local, onLocal }: DeviceThreatResponseProps) {
  const account = useQuery(accountStateQuery);
  // The effective password including the unsaved local value.
  const password =
    (settings.authentication.editable ? local.authentication : null) ?? withoutLocal('authentication', settings).value;
  const shared = { settings, local, onLocal };
  return (
    <>
      <DeviceGroup
        {...shared}
        group="actions"
        fields={(value, onChange) => (
          <ActionsFields
            value={value}
            groupActionsNeed={
              account.data ? groupActionsWithoutAccount(value, password, account.data.credential) : null
            }
            onChange={onChange}
          />
        )}
      />
      <DeviceGroup
        {...shared}
        group="authentication"
        whenLocked={<AccountState value={settings.authentication.value} />}
        fields={(value, onChange) => <AuthenticationFields value={value} onChange={onChange} />}
      />
      <DeviceGroup
        {...shared}
        group="additional"
        fields={(value, onChange) => (
          <AdditionalFields value={value} deviceZone={zone} notice={null} onChange={onChange} />
        )}
      />
    </>
  );
}
