import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import type { InventoryReading } from '#contract/inventory-reading.ts';
import { GroupPathField } from './group-path-field.tsx';
import { zoneNames } from './zone-names.ts';

interface NewDevicesChoiceProps {
  readonly reading: InventoryReading;
  readonly onChoose: (reading: InventoryReading) => void;
}

/** What a device that is new gets where its row says nothing. */
export function NewDevicesChoice({ reading, onChoose }: NewDevicesChoiceProps) {
  const { timeZone, group } = reading.newDevices ?? {};
  const choose = (next: { readonly timeZone: string | undefined; readonly group: string | undefined }) => {
    onChoose({
      ...reading,
      newDevices: {
        ...(next.timeZone === undefined ? {} : { timeZone: next.timeZone }),
        ...(next.group === undefined ? {} : { group: next.group }),
      },
    });
  };
  return (
    <Box component="section" aria-label="New devices" sx={{ display: 'grid', gap: 2 }}>
      <Typography variant="h3" component="h4">
        New devices
      </Typography>
      <Typography color="textSecondary">
        Used where a row has no time zone or no group. Devices that exist keep theirs.
      </Typography>
      <Box
        sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' } }}
      >
        <Box>
          <Typography component="div" sx={{ mb: 1 }}>
            Time zone
          </Typography>
          <Autocomplete
            size="small"
            options={zoneNames()}
            value={timeZone ?? null}
            onChange={(_, zone) => {
              choose({ timeZone: zone ?? undefined, group });
            }}
            renderInput={(params) => (
              <TextField
                {...params}
                placeholder="None: such rows are rejected"
                slotProps={{
                  ...params.slotProps,
                  htmlInput: { ...params.slotProps.htmlInput, 'aria-label': 'Time zone of new devices' },
                }}
              />
            )}
          />
        </Box>
        <Box>
          <Typography component="div" sx={{ mb: 1 }}>
            Group
          </Typography>
          <GroupPathField
            label="Group of new devices"
            value={group ?? ''}
            suggestions={[]}
            placeholder="Unassigned devices"
            onPath={(path) => {
              choose({ timeZone, group: path === '' ? undefined : path });
            }}
          />
        </Box>
      </Box>
    </Box>
  );
}
