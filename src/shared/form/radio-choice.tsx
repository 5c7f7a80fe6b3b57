import { FormControl, FormControlLabel, FormLabel, Radio, RadioGroup } from '@mui/material';
import { useId } from 'react';
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { unchangeable, useReadOnly } from '#src/shared/rights/read-only.ts';

interface RadioChoiceProps<Form extends FieldValues, Option extends string> {
  readonly control: Control<Form>;
  readonly name: FieldPathByValue<Form, Option>;
  readonly label: string;
  /** What can be chosen, with its label, in the order shown. */
  readonly options: Readonly<Record<Option, string>>;
}

/** One of a few, all of them in sight. */
export function RadioChoice<Form extends FieldValues, Option extends string>(props: RadioChoiceProps<Form, Option>) {
  const { control, name, label, options } = props;
  const labelId = useId();
  const readOnly = useReadOnly();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <FormControl>
          <FormLabel id={labelId} sx={{ typography: 'h3', color: 'text.primary', mb: 1 }}>
            {label}
          </FormLabel>
          <RadioGroup
            aria-labelledby={labelId}
            {...field}
            onChange={(event) => {
              if (readOnly === null) field.onChange(event);
            }}
          >
            {Object.entries<string>(options).map(([option, words]) => (
              <FormControlLabel
                key={option}
                value={option}
                label={words}
                control={<Radio slotProps={{ input: unchangeable(readOnly) }} />}
              />
            ))}
          </RadioGroup>
        </FormControl>
      )}
    />
  );
}
