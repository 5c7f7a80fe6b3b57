import { zodResolver } from '@hookform/resolvers/zod';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { InputForm } from './input-form.tsx';
import type { Offline } from './inputs.ts';
import { NumberField } from './number-field.tsx';
import { offlineFieldsSchema, toOfflineFields, type OfflineFields } from './offline-fields.ts';

interface OfflineFormProps {
  readonly value: Offline;
  readonly onSet: (offline: Offline) => void;
  readonly onClose: () => void;
}

/** *Offline*: as things are, or a share of all devices for a while. */
export function OfflineForm({ value, onSet, onClose }: OfflineFormProps) {
  const form = useForm<OfflineFields, unknown, Offline>({
    defaultValues: toOfflineFields(value),
    resolver: zodResolver(offlineFieldsSchema),
    mode: 'onBlur',
  });
  const { control } = form;
  const kind = useWatch({ control, name: 'kind' });
  const submit = form.handleSubmit((offline) => {
    onSet(offline);
    onClose();
  });
  return (
    <InputForm onSubmit={() => void submit()} onClose={onClose}>
      <Controller
        control={control}
        name="kind"
        render={({ field }) => (
          <TextField {...field} select label="Devices that are offline">
            <MenuItem value="as-now">As they are now</MenuItem>
            <MenuItem value="returns">A share, for some hours</MenuItem>
            <MenuItem value="never">A share, and they do not come back</MenuItem>
          </TextField>
        )}
      />
      {kind !== 'as-now' && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
          <NumberField control={control} name="percent" label="Share in %" />
          {kind === 'returns' && <NumberField control={control} name="hours" label="Hours after a detection" />}
        </Box>
      )}
      <Typography variant="body2" color="textSecondary">
        {kind === 'as-now'
          ? 'Devices that are offline now start nothing, and do not come back.'
          : 'Which devices, the sample says. One that comes back follows its settings as if the task were created then.'}
      </Typography>
    </InputForm>
  );
}
