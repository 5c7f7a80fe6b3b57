import { Box } from '@mui/material';
import type { DeviceRow, DeviceSort } from '#contract/devices.ts';
import type { DeviceId } from '#domain/ids.ts';
import { deviceStatusLabels } from '#domain/fleet/fleet.ts';
import { offsetIn } from '#src/shared/time/format.ts';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { DeviceStatus } from './device-status-icon.tsx';

/** The columns of the devices list. @param now epoch milliseconds of simulated time, for the zones' offsets; null while loading. */
export function deviceColumns(
  now: number | null,
  open: (id: DeviceId) => void,
  why: (id: DeviceId) => void,
): readonly Column<DeviceRow, DeviceSort>[] {
  const plain = (id: string, title: string, cell: (device: DeviceRow) => string, sort?: DeviceSort) => ({
    id,
    title,
    cell,
    ...(sort ? { sort } : {}),
  });
  return [
    {
      ...plain('name', 'Name', (device) => device.name, 'name'),
      cell: (device) => (
        <TextButton
          onClick={() => {
            open(device.id);
          }}
        >
          {device.name}
        </TextButton>
      ),
    },
    {
      ...plain('status', 'Status', (device) => deviceStatusLabels[device.status], 'status'),
      cell: (device) => <DeviceStatus status={device.status} />,
    },
    plain('group', 'Group', (device) => device.group.name, 'group'),
    plain(
      'zone',
      'Time zone',
      ({ timeZone, timeZoneKnown }) => {
        if (!timeZoneKnown) return unknownZoneText(timeZone);
        return now === null ? timeZone : `${timeZone} ${offsetIn(timeZone, now)}`;
      },
      'timeZone',
    ),
    plain('os', 'Operating system', (device) => device.operatingSystem, 'operatingSystem'),
    plain('address', 'Address', (device) => device.address, 'address'),
    plain('start', 'Scan start', (device) => device.scanStart),
    {
      ...plain('decided', 'Decided by', decidedByText),
      cell: (device) => (
        <Box component="span" sx={{ display: 'flex', alignItems: 'baseline', gap: 2 }}>
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {decidedByText(device)}
          </Box>
          <TextButton
            aria-haspopup="dialog"
            aria-label={`Why? ${device.name}`}
            onClick={() => {
              why(device.id);
            }}
          >
            Why?
          </TextButton>
        </Box>
      ),
    },
  ];
}

/** The source of a device's settings. */
export function decidedByText({ decidedBy, policyName }: DeviceRow): string {
  switch (decidedBy) {
    case 'locked-by-policy':
      return `${policyName ?? ''}, under policy`;
    case 'policy-not-enforced':
      return `${policyName ?? ''}, not enforced`;
    case 'device':
      return 'set on the device';
    case 'default':
      return 'application default';
    default:
      return decidedBy satisfies never;
  }
}
