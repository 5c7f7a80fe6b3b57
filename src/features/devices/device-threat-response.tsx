import { Alert, Button, Typography } from '@mui/material';
import type { DeviceSettingsView, SourceView } from '#contract/devices.ts';
import { sentenceOfSource } from '#domain/policy/explain.ts';
import type { AdditionalValue } from '#domain/policy/settings.ts';
import { AdditionalFields } from '#src/features/threat-response/additional-fields.tsx';
import { SettingsFrame } from '#src/features/threat-response/settings-frame.tsx';
import { ValueLines } from '#src/features/threat-response/value-lines.tsx';

interface DeviceThreatResponseProps {
  readonly settings: DeviceSettingsView;
  readonly zone: string;
  /** The value set on the device, or null: what the policy says then holds. */
  readonly local: AdditionalValue | null;
  readonly onLocal: (local: AdditionalValue | null) => void;
}

/** *Threat Response* of a device: what holds, who decided, and what may be set here. */
export function DeviceThreatResponse({ settings, zone, local, onLocal }: DeviceThreatResponseProps) {
  const { additional } = settings;
  return (
    <>
      <SettingsFrame group="actions" corner={<Decided source={settings.actions.source} />}>
        <ValueLines group="actions" value={settings.actions.value} />
      </SettingsFrame>
      <SettingsFrame group="authentication" corner={<Decided source={settings.authentication.source} />}>
        <ValueLines group="authentication" value={settings.authentication.value} />
      </SettingsFrame>
      <SettingsFrame group="additional" corner={<Decided source={additional.source} />}>
        {additional.editable ? (
          <>
            <AdditionalFields value={local ?? additional.value} deviceZone={zone} notice={null} onChange={onLocal} />
            {local !== null && (
              <Alert
                severity="info"
                icon={false}
                sx={{ mt: 2 }}
                action={
                  <Button
                    onClick={() => {
                      onLocal(null);
                    }}
                  >
                    Use the policy’s value
                  </Button>
                }
              >
                Set on this device. The policy’s value does not hold here while the lock of Additional is open.
              </Alert>
            )}
          </>
        ) : (
          <>
            <ValueLines group="additional" value={additional.value} />
            <Typography sx={{ mt: 2 }}>
              This group of settings is read-only on this device: {sentenceOfSource(additional.source)}.
            </Typography>
            {additional.local && (
              <>
                <Typography color="textSecondary" sx={{ mt: 3, mb: 1 }}>
                  The value set on the device, without effect:
                </Typography>
                <ValueLines group="additional" value={additional.local} dead />
              </>
            )}
          </>
        )}
      </SettingsFrame>
    </>
  );
}

function Decided({ source }: { source: SourceView }) {
  const locked = source.kind === 'policy' && source.lock === 'closed';
  return (
    <Typography sx={{ color: locked ? 'primary.main' : 'text.secondary', fontWeight: locked ? 550 : 400 }}>
      {sentenceOfSource(source)}
    </Typography>
  );
}
