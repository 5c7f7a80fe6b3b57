import { Box, Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { Controller, type Control } from 'react-hook-form';
import { legitimateApplicationLabels, legitimateApplications } from '#domain/response/legitimate-applications.ts';
import type { DetectionForm, FilledDetection } from './detection-form-fields.ts';

/** Whether the detection is a legitimate application, and its kind. */
export function ApplicationFields({ control }: { control: Control<DetectionForm, unknown, FilledDetection> }) {
  return (
    <Controller
      control={control}
      name="application"
      render={({ field }) => (
        <Box sx={{ display: 'grid', gap: 2 }}>
          <FormControlLabel
            label="This is a legitimate application that adversaries can exploit"
            control={
              <Checkbox
                checked={field.value !== null}
                onChange={(_, on) => {
                  field.onChange(on ? legitimateApplications[0] : null);
                }}
              />
            }
          />
          {field.value !== null && (
            <TextField
              select
              label="Kind of application"
              name={field.name}
              value={field.value}
              onChange={field.onChange}
              helperText="It counts as a threat only where the detection of legitimate applications is on."
            >
              {legitimateApplications.map((kind) => (
                <MenuItem key={kind} value={kind}>
                  {legitimateApplicationLabels[kind]}
                </MenuItem>
              ))}
            </TextField>
          )}
        </Box>
      )}
    />
  );
}
