import { zodResolver } from '@hookform/resolvers/zod';
import { Box, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import { scanStartLabels } from '#domain/schedule/scan-start.ts';
import { iocFormSchema, toForm, toSettings, type IocForm } from '#src/features/threat-response/ioc-form.ts';
import { TimeField } from '#src/shared/form/time-field.tsx';
import { handSetFirst } from './input-text.ts';
import { InputForm } from './input-form.tsx';
import type { Compared } from './inputs.ts';

const choices = ['none', 'hand-set', 'draft'] as const;

interface SettingsFormProps {
  readonly value: Compared;
  readonly onSet: (compared: Compared) => void;
  readonly onClose: () => void;
}

/** *Settings*: those in force alone, or held against others that are not saved. */
export function SettingsForm({ value, onSet, onClose }: SettingsFormProps) {
  const [compared, setCompared] = useState<Compared['kind']>(value.kind === 'unreadable' ? 'none' : value.kind);
  const form = useForm<IocForm>({
    defaultValues: toForm(value.kind === 'hand-set' ? value.scanning : handSetFirst),
    resolver: zodResolver(iocFormSchema),
    mode: 'onBlur',
  });
  const { control } = form;
  const mode = useWatch({ control, name: 'mode' });
  const setByHand = form.handleSubmit((typed) => {
    const scanning = toSettings(typed);
    if (scanning) onSet({ kind: 'hand-set', scanning });
    onClose();
  });
  const submit = () => {
    if (compared === 'hand-set') {
      void setByHand();
      return;
    }
    if (compared === 'none') onSet({ kind: 'none' });
    onClose();
  };
  return (
    <InputForm onSubmit={submit} onClose={onClose}>
      <TextField
        select
        label="Settings"
        value={compared}
        onChange={(event) => {
          setCompared(choices.find((kind) => kind === event.target.value) ?? 'none');
        }}
      >
        <MenuItem value="none">In force now</MenuItem>
        <MenuItem value="hand-set">Now beside settings set by hand</MenuItem>
        {value.kind === 'draft' && <MenuItem value="draft">Now beside the draft</MenuItem>}
      </TextField>
      {compared === 'hand-set' && (
        <>
          <Controller
            control={control}
            name="scope"
            render={({ field }) => (
              <TextField {...field} select label="Scanning scope">
                {Object.entries(scanScopeLabels).map(([scope, label]) => (
                  <MenuItem key={scope} value={scope}>
                    {label}
                  </MenuItem>
                ))}
              </TextField>
            )}
          />
          <Controller
            control={control}
            name="mode"
            render={({ field }) => (
              <TextField {...field} select label="Scan start">
                {Object.entries(scanStartLabels).map(([start, label]) => (
                  <MenuItem key={start} value={start}>
                    {label}
                  </MenuItem>
                ))}
              </TextField>
            )}
          />
          {mode === 'interval' && (
            <Box sx={{ display: 'flex', gap: 3 }}>
              <TimeField control={control} name="start" label="Start time (hh:mm)" />
              <TimeField control={control} name="end" label="End time (hh:mm)" />
            </Box>
          )}
        </>
      )}
      <Typography variant="body2" color="textSecondary">
        {about[compared]}
      </Typography>
    </InputForm>
  );
}

const about: Readonly<Record<Compared['kind'], string>> = {
  none: 'What the policies and the devices say. To see an edit beside it, open a policy or a device, change it, and choose Preview in Schedule before you apply it.',
  'hand-set': 'As if every device here obeyed these settings. Nothing is saved.',
  draft: 'The edit that was not saved when Preview in Schedule was chosen. Nothing is saved.',
  unreadable: '',
};
