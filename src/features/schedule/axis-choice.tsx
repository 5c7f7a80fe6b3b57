import { ListSubheader, MenuItem, TextField } from '@mui/material';
import type { WhatIfAnswer } from '#contract/what-if.ts';
import { counted } from '#src/shared/ui/counted.ts';
import { deviceZones } from './axis.ts';

interface AxisChoiceProps {
  /** What the address says; the viewer's own time where it says nothing. */
  readonly value: string | undefined;
  readonly viewerZone: string;
  readonly serverZone: string;
  readonly zones: WhatIfAnswer['zones'];
  readonly onChange: (axis: string | undefined) => void;
}

const viewer = 'viewer';

/** In whose time the picture speaks: the viewer's, the server's, or the devices' of one zone. */
export function AxisChoice({ value, viewerZone, serverZone, zones, onChange }: AxisChoiceProps) {
  const known = deviceZones({ zones });
  const named = value !== undefined && value !== 'server' && !known.some(({ zone }) => zone === value);
  return (
    <TextField
      select
      label="Time axis"
      value={value ?? viewer}
      onChange={(event) => {
        onChange(event.target.value === viewer ? undefined : event.target.value);
      }}
      sx={{ width: 232, maxWidth: '100%' }}
      slotProps={{ select: { MenuProps: { sx: { maxHeight: 420 } } } }}
    >
      <MenuItem value={viewer}>Your time: {viewerZone}</MenuItem>
      <MenuItem value="server">Server time: {serverZone}</MenuItem>
      {known.length > 0 && <ListSubheader sx={{ lineHeight: '32px' }}>Device time, zone by zone</ListSubheader>}
      {known.map(({ zone, devices }) => (
        <MenuItem key={zone} value={zone}>
          Time in {zone} ({counted(devices, ['device', 'devices'])})
        </MenuItem>
      ))}
      {named && <MenuItem value={value}>Time in {value}</MenuItem>}
    </TextField>
  );
}
