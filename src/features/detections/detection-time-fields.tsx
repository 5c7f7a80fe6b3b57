import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { Controller, useFormState, useWatch, type Control } from 'react-hook-form';
import { useSimulatedNow } from '#src/features/clock/use-simulated-now.ts';
import { dayTimeIn, offsetIn, viewerZone } from '#src/shared/time/format.ts';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';
import { instantOfWallTime, wallTimeIn } from '#src/shared/time/wall-time.ts';
import type { DetectionForm, FilledDetection } from './detection-form-fields.ts';

/** *When*: now, or a later simulated instant in the display zone, with the device's local time. */
export function DetectionTimeFields({ control }: { control: Control<DetectionForm, unknown, FilledDetection> }) {
  const now = useSimulatedNow();
  const zone = viewerZone();
  const [device, when, at] = useWatch({ control, name: ['device', 'when', 'at'] });
  const { errors } = useFormState({ control, name: 'at' });
  const atMs = when === 'now' ? now : instantOfWallTime(at, zone);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: { md: '1fr 1fr' }, gap: 3 }}>
      <Controller
        control={control}
        name="when"
        render={({ field }) => (
          <TextField {...field} select label="When">
            <MenuItem value="now">Now, in simulated time</MenuItem>
            <MenuItem value="later">At a later instant</MenuItem>
          </TextField>
        )}
      />
      {when === 'later' && (
        <Controller
          control={control}
          name="at"
          render={({ field: { ref, ...field } }) => (
            <TextField
              {...field}
              inputRef={ref}
              type="datetime-local"
              label={`Detected at (${zone})`}
              error={errors.at !== undefined}
              helperText={errors.at?.message}
              slotProps={{ inputLabel: { shrink: true }, htmlInput: { min: wallTimeIn(zone, now) } }}
            />
          )}
        />
      )}
      {device?.timeZoneKnown === false && (
        <Typography color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
          {device.name} starts nothing: {unknownZoneText(device.timeZone)}.
        </Typography>
      )}
      {device?.timeZoneKnown && atMs !== null && (
        <Typography color="textSecondary" sx={{ gridColumn: '1 / -1' }}>
          On {device.name} that is {dayTimeIn(device.timeZone, atMs)}: {device.timeZone}, UTC
          {offsetIn(device.timeZone, atMs)}.
        </Typography>
      )}
    </Box>
  );
}
