import { Alert, Box, Link as Anchor, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { deviceStatusSchema, type DeviceRow } from '#contract/devices.ts';
import { deviceStatusLabels, type DeviceStatus } from '#domain/fleet/fleet.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { callWrite } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf, storeAnswer } from '#src/shared/api/queries.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';
import { onlyScenario } from '#src/shared/navigation/route-location.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { dayTimeIn, offsetIn } from '#src/shared/time/format.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';

const effectWords =
  'Takes effect at once. When a device comes back, its waiting tasks follow the start rule from that instant.';

const zoneFacts = ({ timeZone, timeZoneKnown }: DeviceRow, now: number): [string, string][] =>
  timeZoneKnown
    ? [
        ['Time zone', `${timeZone}, UTC${offsetIn(timeZone, now)}`],
        ['Local time', dayTimeIn(timeZone, now)],
      ]
    : [['Time zone', `Not known: ${timeZone}`]];

const ScheduleLink = createLink(Anchor);
const SetTimeZone = lazyComponent(() => import('./set-time-zone.tsx').then((m) => m.SetTimeZone));

/** *General* of a device, with its simulated status. */
export function DeviceGeneral({ device }: { device: DeviceRow }) {
  const now = useSimulatedNow();
  const denied = useDenialReason('simulate');
  const queries = useQueryClient();
  const setStatus = useMutation({
    mutationFn: (status: DeviceStatus) =>
      callWrite('setDeviceStatus', { params: { deviceId: device.id }, body: { status } }),
    onSuccess: ({ value, version }) => {
      storeAnswer(queries, queryOf('device', { params: { deviceId: device.id } }).queryKey, value, version);
      return refreshAffected(queries, 'setDeviceStatus', { version });
    },
  });
  const mayNotSet = useDenialReason('manage-devices');
  const [setting, setSetting] = useState(false);
  const facts: readonly (readonly [string, string])[] = [
    ['Group', device.group.name],
    ['Operating system', device.operatingSystem],
    ['Address', device.address],
    ...zoneFacts(device, now),
  ];
  return (
    <Box sx={{ display: 'grid', gap: 5, maxWidth: 560 }}>
      <Box component="dl" sx={{ m: 0, display: 'grid', gridTemplateColumns: '160px 1fr', rowGap: 2 }}>
        {facts.map(([name, value]) => (
          <Box key={name} sx={{ display: 'contents' }}>
            <Typography component="dt" color="textSecondary">
              {name}
            </Typography>
            <Typography component="dd" sx={{ m: 0 }}>
              {value}
            </Typography>
          </Box>
        ))}
      </Box>
      {!device.timeZoneKnown && (
        <Alert severity="warning" icon={false}>
          The time zone of this device is not known: {device.timeZone}. It starts nothing until its time zone is set.
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 5, rowGap: 2 }}>
        <AllowedButton
          {...SetTimeZone.onIntent}
          disabledReason={mayNotSet}
          onClick={() => {
            setSetting(true);
          }}
        >
          Set time zone…
        </AllowedButton>
        <ScheduleLink
          to="/groups/$groupId/$tab"
          params={{ groupId: device.group.id, tab: 'schedule' }}
          search={(before) => ({ ...onlyScenario(before), on: device.id })}
          underline="hover"
          sx={{ fontWeight: 550, display: 'inline-block', minHeight: 24 }}
        >
          When would it scan?
        </ScheduleLink>
      </Box>
      <TextField
        select
        label="Simulated status"
        value={device.status}
        disabled={setStatus.isPending}
        helperText={denied ?? effectWords}
        onChange={(event) => {
          setStatus.mutate(deviceStatusSchema.parse(event.target.value));
        }}
        // The helper text gives the reason.
        slotProps={denied === null ? {} : { select: { readOnly: true, SelectDisplayProps: { 'aria-disabled': true } } }}
      >
        {Object.entries(deviceStatusLabels).map(([status, label]) => (
          <MenuItem key={status} value={status}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      {setting && (
        <Suspense fallback={null}>
          <SetTimeZone
            devices={[device]}
            onClose={() => {
              setSetting(false);
            }}
          />
        </Suspense>
      )}
      {setStatus.isError && <Alert severity="error">{sentenceOf(setStatus.error)}</Alert>}
    </Box>
  );
}
