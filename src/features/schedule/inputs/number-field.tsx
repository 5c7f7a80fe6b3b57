import { TextField } from '@mui/material';
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';

interface NumberFieldProps<Form extends FieldValues, Out> {
  readonly control: Control<Form, unknown, Out>;
  readonly name: FieldPathByValue<Form, string>;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A number, typed; what is wrong with it stands below. */
export function NumberField<Form extends FieldValues, Out>(props: NumberFieldProps<Form, Out>) {
  const { control, name, label, disabled = false } = props;
  return (
    <Controller
      control={control}
      name={name}
      render={({ field: { ref, value, onChange, onBlur }, fieldState }) => (
        <TextField
          label={label}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          inputRef={ref}
          disabled={disabled}
          error={fieldState.invalid}
          helperText={fieldState.error?.message}
          slotProps={{ inputLabel: { shrink: true }, htmlInput: { inputMode: 'decimal', autoComplete: 'off' } }}
        />
      )}
    />
  );
}
