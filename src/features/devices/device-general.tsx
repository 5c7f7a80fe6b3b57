import { Alert, Box, Link as Anchor, MenuItem, TextField, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { deviceStatusSchema, type DeviceRow } from '#contract/devices.ts';
import { deviceStatusLabels, type DeviceStatus } from '#domain/fleet/fleet.ts';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { call } from '#src/shared/api/client.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { freshPlace } from '#src/shared/navigation/place.ts';
import { useWhyMayNot } from '#src/shared/rights/why-may-not.ts';
import { dayTimeIn, offsetIn } from '#src/shared/time/format.ts';

const effectWords =
  'Takes effect at once. When a device comes back, its waiting tasks follow the start rule from that instant.';

const ScheduleLink = createLink(Anchor);

/** *General* of a device, with the one thing that can be simulated about it: whether it can be reached. */
export function DeviceGeneral({ device }: { device: DeviceRow }) {
  const now = useSimulatedNow();
  const whyNot = useWhyMayNot('simulate');
  const queries = useQueryClient();
  const setStatus = useMutation({
    mutationFn: (status: DeviceStatus) =>
      call('setDeviceStatus', { params: { deviceId: device.id }, body: { status } }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const facts = [
    ['Group', device.group.name],
    ['Operating system', device.operatingSystem],
    ['Address', device.address],
    ['Time zone', `${device.timeZone}, UTC${offsetIn(device.timeZone, now)}`],
    ['Local time', dayTimeIn(device.timeZone, now)],
  ] as const;
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
      <Box>
        <ScheduleLink
          to="/groups/$groupId/$tab"
          params={{ groupId: device.group.id, tab: 'schedule' }}
          search={(before) => ({ ...freshPlace(before), on: device.id })}
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
        helperText={whyNot ?? effectWords}
        onChange={(event) => {
          setStatus.mutate(deviceStatusSchema.parse(event.target.value));
        }}
        // Its description is the text below it, which says why.
        slotProps={whyNot === null ? {} : { select: { readOnly: true, SelectDisplayProps: { 'aria-disabled': true } } }}
      >
        {Object.entries(deviceStatusLabels).map(([status, label]) => (
          <MenuItem key={status} value={status}>
            {label}
          </MenuItem>
        ))}
      </TextField>
      {setStatus.isError && <Alert severity="error">{sentenceOf(setStatus.error)}</Alert>}
    </Box>
  );
}
