import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeviceRow } from '#contract/devices.ts';
import { searchLimit } from '#contract/page.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { isSearchTooLong } from '#src/shared/api/search-limit.ts';
import { useRouteGroup } from '#src/shared/navigation/route-location.ts';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';

interface DevicePickerProps {
  readonly device: DeviceRow | null;
  readonly error: string | undefined;
  readonly onChange: (device: DeviceRow | null) => void;
}

const maxOptions = 20;

/** Chooses a device of the fleet by name or address. Devices of the current group come first. */
export function DevicePicker({ device, error, onChange }: DevicePickerProps) {
  const groupId = useRouteGroup();
  const [text, setText] = useState('');
  const group = useQuery(queryOf('group', { params: { groupId } }));
  const rootId = group.data?.path[0]?.id ?? groupId;
  const query = { search: text, pageSize: maxOptions };
  const near = useQuery({
    ...queryOf('groupDevices', { params: { groupId }, query }),
    placeholderData: keepPreviousData,
  });
  const fleet = useQuery({
    ...queryOf('groupDevices', { params: { groupId: rootId }, query }),
    enabled: group.isSuccess,
    placeholderData: keepPreviousData,
  });
  const problem = isSearchTooLong(near.error) ? searchLimit : error;
  const here = near.data?.rows ?? [];
  const known = new Set(here.map(({ id }) => id));
  const options = [...here, ...(fleet.data?.rows ?? []).filter(({ id }) => !known.has(id))];
  return (
    <Autocomplete
      options={options}
      value={device}
      loading={near.isPending || fleet.isPending}
      filterOptions={(found) => found}
      getOptionLabel={(option) => option.name}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      onChange={(_, chosen) => {
        onChange(chosen);
      }}
      onInputChange={(_, typed, reason) => {
        setText(reason === 'input' ? typed : '');
      }}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props}>
          <Typography component="span" sx={{ flex: 1 }}>
            {option.name}
          </Typography>
          <Typography component="span" color="textSecondary" noWrap>
            {option.group.name} · {option.timeZoneKnown ? option.timeZone : unknownZoneText(option.timeZone)}
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label="Device"
          error={problem !== undefined}
          helperText={problem ?? 'Any device of the fleet, by name or address.'}
        />
      )}
    />
  );
}
