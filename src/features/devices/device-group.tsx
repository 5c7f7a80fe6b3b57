import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { SourceView } from '#contract/devices.ts';
import { sentenceOfSource } from '#domain/policy/explain.ts';
import { settingsGroupLabels, type SettingsGroup, type SettingsValues } from '#domain/policy/settings.ts';
import { SettingsSection } from '#src/features/threat-response/settings-section.tsx';
import { SettingsValueList } from '#src/features/threat-response/settings-value-list.tsx';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useReadOnly } from '#src/shared/rights/read-only.ts';
import { withoutLocal, type GroupViews, type LocalDraft } from './local-draft.ts';

interface DeviceGroupProps<G extends SettingsGroup> {
  readonly group: G;
  readonly settings: GroupViews;
  readonly local: LocalDraft;
  readonly onLocal: (local: LocalDraft) => void;
  /** Renders the editable settings; an edit sets them on the device. */
  readonly fields: (value: SettingsValues[G], onChange: (value: SettingsValues[G]) => void) => ReactNode;
  /** Shown below the value if a policy enforces it. */
  readonly whenLocked?: ReactNode;
}

/** A group of settings on a device: effective value, its source, and the local value unless a policy enforces the group. */
export function DeviceGroup<G extends SettingsGroup>(props: DeviceGroupProps<G>) {
  const { group, settings, local, onLocal, fields, whenLocked } = props;
  const { source, editable } = settings[group];
  const denied = useReadOnly()?.reason ?? null;
  if (!editable) return <ReadOnlyGroup group={group} settings={settings} about={whenLocked} />;
  const set: SettingsValues[G] | null = local[group];
  const policy = withoutLocal(group, settings);
  const value = set ?? policy.value;
  const onSet = (next: SettingsValues[G] | null) => {
    onLocal({ ...local, [group]: next });
  };
  return (
    <SettingsSection group={group} corner={<Decided source={source} />}>
      {fields(value, onSet)}
      {set === null ? (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 2 }}>
          <Typography color="textSecondary" sx={{ flex: '1 1 280px' }}>
            Not set on this device: what is shown is {whose(policy.source)}.
            {denied === null && ' An edit sets it here.'}
          </Typography>
          <AllowedButton
            disabledReason={denied}
            onClick={() => {
              onSet(value);
            }}
          >
            Set on this device
          </AllowedButton>
        </Box>
      ) : (
        <Alert
          severity="info"
          icon={false}
          sx={{ mt: 2 }}
          action={
            <AllowedButton
              disabledReason={denied}
              onClick={() => {
                onSet(null);
              }}
            >
              Use the policy’s value
            </AllowedButton>
          }
        >
          Set on this device. The policy’s value does not hold here while the lock of {settingsGroupLabels[group]} is
          open.
        </Alert>
      )}
    </SettingsSection>
  );
}

interface ReadOnlyGroupProps<G extends SettingsGroup> {
  readonly group: G;
  readonly settings: GroupViews;
  readonly about: ReactNode;
}

function ReadOnlyGroup<G extends SettingsGroup>({ group, settings, about }: ReadOnlyGroupProps<G>) {
  const { source } = settings[group];
  const value: SettingsValues[G] = settings[group].value;
  const dead: SettingsValues[G] | null = settings[group].local;
  return (
    <SettingsSection group={group} corner={<Decided source={source} />}>
      <SettingsValueList group={group} value={value} />
      {about}
      <Typography sx={{ mt: 2 }}>
        This group of settings is read-only on this device: {sentenceOfSource(source)}.
      </Typography>
      {dead !== null && (
        <>
          <Typography color="textSecondary" sx={{ mt: 3, mb: 1 }}>
            The value set on the device, without effect:
          </Typography>
          <SettingsValueList group={group} value={dead} dead />
        </>
      )}
    </SettingsSection>
  );
}

const whose = (source: SourceView): string =>
  source.kind === 'policy' ? `the value ${sentenceOfSource(source)}` : 'the application default';

function Decided({ source }: { source: SourceView }) {
  const locked = source.kind === 'policy' && source.lock === 'closed';
  return (
    <Typography sx={{ color: locked ? 'primary.main' : 'text.secondary', fontWeight: locked ? 550 : 400 }}>
      {sentenceOfSource(source)}
    </Typography>
  );
}
