import { Autocomplete, MenuItem, TextField } from '@mui/material';
import { ignoredValue } from '#contract/inventory-reading.ts';
import { deviceStatusLabels, type DeviceStatus } from '#domain/fleet/fleet.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { zoneNames } from './zone-names.ts';

interface StatusFieldProps {
  readonly label: string;
  readonly value: DeviceStatus | typeof ignoredValue;
  readonly onStatus: (status: DeviceStatus | typeof ignoredValue) => void;
}

const statusChoices = ['online', 'offline', 'out-of-office', ignoredValue] as const;

/** What a value says of whether a device can be reached. */
export const StatusField = ({ label, value, onStatus }: StatusFieldProps) => (
  <TextField
    select
    value={value}
    slotProps={{ htmlInput: { 'aria-label': label } }}
    onChange={(event) => {
      const chosen = statusChoices.find((one) => one === event.target.value);
      if (chosen) onStatus(chosen);
    }}
  >
    {statusChoices.map((one) => (
      <MenuItem key={one} value={one}>
        {one === ignoredValue ? 'Ignore' : deviceStatusLabels[one]}
      </MenuItem>
    ))}
  </TextField>
);

interface ZoneFieldProps {
  readonly label: string;
  readonly value: string | null;
  /** Further zones that the value means in other countries. */
  readonly others: readonly string[];
  readonly suggestions: readonly string[];
  readonly onZone: (zone: string) => void;
}

/** The time zone that a value means: suggestions first, then all. */
export function ZoneField({ label, value, others, suggestions, onZone }: ZoneFieldProps) {
  const first = new Set(suggestions);
  return (
    <Autocomplete
      size="small"
      options={[ignoredValue, ...suggestions, ...zoneNames().filter((zone) => !first.has(zone))]}
      groupBy={(zone) => (zone === ignoredValue ? '' : first.has(zone) ? 'Suggestions' : 'All time zones')}
      getOptionLabel={(zone) => (zone === ignoredValue ? 'Ignore' : zone)}
      value={value}
      onChange={(_, zone) => {
        if (zone === ignoredValue || (zone !== null && isTimeZone(zone))) onZone(zone);
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder="Choose a time zone"
          helperText={others.length > 0 ? `By country also ${others.join(', ')}` : undefined}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-label': label } }}
        />
      )}
    />
  );
}
