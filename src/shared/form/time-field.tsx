import { Box, TextField } from '@mui/material';
import { memo, useId } from 'react';
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { readTimeOfDay } from '#domain/schedule/scan-start.ts';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';

interface TimeFieldProps<Form extends FieldValues> {
  readonly control: Control<Form>;
  readonly name: FieldPathByValue<Form, string>;
  readonly label: string;
}

function TimeFieldOf<Form extends FieldValues>({ control, name, label }: TimeFieldProps<Form>) {
  const id = useId();
  const readOnly = useReadOnly();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Box sx={{ width: 128 }}>
          <Box component="label" htmlFor={id} sx={{ color: 'text.secondary', display: 'block', mb: 1 }}>
            {label}
          </Box>
          <TextField
            id={id}
            fullWidth
            value={field.value}
            inputRef={field.ref}
            onChange={field.onChange}
            onBlur={() => {
              const time = readTimeOfDay(field.value);
              if (time) field.onChange(time);
              field.onBlur();
            }}
            error={fieldState.invalid}
            helperText={fieldState.error?.message}
            slotProps={{
              htmlInput: {
                inputMode: 'numeric',
                autoComplete: 'off',
                readOnly: readOnly !== null,
                ...readOnlyProps(readOnly),
              },
            }}
          />
        </Box>
      )}
    />
  );
}

/** A time of day, typed: `2000` becomes `20:00` on leaving the field; what is no time stays as it was typed. */
// Drawn with its own field, not with every key typed beside it.
export const TimeField = memo(TimeFieldOf) as typeof TimeFieldOf;
