import { Alert, Typography } from '@mui/material';
import type { PolicyRef } from '#contract/devices.ts';
import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import {
  sameValue,
  settingsGroupLabels,
  type Lock,
  type SettingsGroup,
  type SettingsValues,
} from '#domain/policy/settings.ts';
import { AdditionalFields } from '#src/features/threat-response/additional-fields.tsx';
import { LockSwitch, SettingsFrame } from '#src/features/threat-response/settings-frame.tsx';
import { ValueLines } from '#src/features/threat-response/value-lines.tsx';
import { useSetPlace } from '#src/shared/navigation/place.ts';
import { TextButton } from '#src/shared/ui/text-button.tsx';

interface PolicyThreatResponseProps {
  readonly view: PolicyView;
  readonly draft: PolicyUpdate;
  readonly onChange: (draft: PolicyUpdate) => void;
}

/** *Threat Response* of a policy: three groups of settings, each with its lock. */
export function PolicyThreatResponse({ view, draft, onChange }: PolicyThreatResponseProps) {
  const { settings } = draft;
  const locked = (group: SettingsGroup) =>
    view.settings[group].lockedBy !== null && (draft.inherit || view.forcedBy !== null);
  const setLock = (group: SettingsGroup) => (lock: Lock) => {
    onChange({ ...draft, settings: { ...settings, [group]: { ...settings[group], lock } } });
  };
  const notice =
    settings.additional.lock === 'open'
      ? 'Saved with the policy, but not enforced: the lock of Additional is open.'
      : null;
  return (
    <>
      {locked('actions') ? (
        <LockedFromAbove group="actions" state={view.settings.actions} />
      ) : (
        <SettingsFrame
          group="actions"
          corner={<LockSwitch group="actions" lock={settings.actions.lock} onChange={setLock('actions')} />}
        >
          <ValueLines group="actions" value={settings.actions.value} />
        </SettingsFrame>
      )}
      {locked('authentication') ? (
        <LockedFromAbove group="authentication" state={view.settings.authentication} />
      ) : (
        <SettingsFrame
          group="authentication"
          corner={
            <LockSwitch
              group="authentication"
              lock={settings.authentication.lock}
              onChange={setLock('authentication')}
            />
          }
        >
          <ValueLines group="authentication" value={settings.authentication.value} />
        </SettingsFrame>
      )}
      {locked('additional') ? (
        <LockedFromAbove group="additional" state={view.settings.additional} />
      ) : (
        <SettingsFrame
          group="additional"
          corner={<LockSwitch group="additional" lock={settings.additional.lock} onChange={setLock('additional')} />}
        >
          <AdditionalFields
            value={settings.additional.value}
            deviceZone={view.commonTimeZone}
            notice={notice}
            onChange={(value) => {
              onChange({ ...draft, settings: { ...settings, additional: { ...settings.additional, value } } });
            }}
          />
          {notice !== null && (
            <Alert severity="warning" icon={false} sx={{ mt: 2 }}>
              {notice} {deviation(view)}
            </Alert>
          )}
        </SettingsFrame>
      )}
    </>
  );
}

function deviation({ deviceCount, settings }: PolicyView): string {
  const { deviatingDevices } = settings.additional;
  return `${deviatingDevices.toLocaleString('en')} of ${deviceCount.toLocaleString('en')} devices use another value.`;
}

interface LockedFromAboveProps<G extends SettingsGroup> {
  readonly group: G;
  readonly state: {
    readonly value: SettingsValues[G];
    readonly lockedBy: PolicyRef | null;
    readonly own: { readonly value: SettingsValues[G] };
  };
}

/** A group of settings that a policy above has under policy: what holds, who says so, and the own value that is dead. */
function LockedFromAbove<G extends SettingsGroup>({ group, state }: LockedFromAboveProps<G>) {
  const setPlace = useSetPlace();
  const { value, lockedBy, own } = state;
  return (
    <SettingsFrame
      group={group}
      corner={<Typography sx={{ color: 'primary.main', fontWeight: 550 }}>Under policy</Typography>}
    >
      <ValueLines group={group} value={value} />
      {lockedBy && (
        <Typography sx={{ mt: 2 }}>
          {settingsGroupLabels[group]} is read-only here: locked by the policy{' '}
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
      {!sameValue(group, own.value, value) && (
        <>
          <Typography color="textSecondary" sx={{ mt: 3, mb: 1 }}>
            This policy’s own value, without effect:
          </Typography>
          <ValueLines group={group} value={own.value} dead />
        </>
      )}
    </SettingsFrame>
  );
}
