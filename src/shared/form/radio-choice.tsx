import { Box, FormControlLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { memo, useId } from 'react';
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { readOnlyProps, useReadOnly } from '#src/shared/rights/read-only.ts';

interface RadioChoiceProps<Form extends FieldValues, Option extends string> {
  readonly control: Control<Form>;
  readonly name: FieldPathByValue<Form, Option>;
  readonly label: string;
  /** What can be chosen, with its label, in the order shown. */
  readonly options: Readonly<Record<Option, string>>;
  /** What each of them means, in one sentence below it. */
  readonly hints: Readonly<Record<Option, string>>;
}

function RadioChoiceOf<Form extends FieldValues, Option extends string>(props: RadioChoiceProps<Form, Option>) {
  const { control, name, label, options, hints } = props;
  const labelId = useId();
  const hintOf: Readonly<Record<string, string>> = hints;
  const readOnly = useReadOnly();
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Box>
          <Typography id={labelId} variant="h3" component="div" sx={{ mb: 1 }}>
            {label}
          </Typography>
          <RadioGroup
            aria-labelledby={labelId}
            {...field}
            onChange={(event) => {
              if (readOnly === null) field.onChange(event);
            }}
          >
            {Object.entries<string>(options).map(([option, words]) => (
              <Box key={option} sx={{ '& + &': { mt: 1 } }}>
                <FormControlLabel
                  value={option}
                  label={words}
                  control={
                    <Radio
                      slotProps={{ input: { 'aria-describedby': `${labelId}-${option}`, ...readOnlyProps(readOnly) } }}
                    />
                  }
                />
                <Typography id={`${labelId}-${option}`} variant="body2" color="textSecondary" sx={{ pl: 6, mt: -1 }}>
                  {hintOf[option]}
                </Typography>
              </Box>
            ))}
          </RadioGroup>
        </Box>
      )}
    />
  );
}

/** One of a few, all of them in sight. */
// Drawn with its own field, not with every key typed beside it; no FormControl, which draws it with every move of the focus.
export const RadioChoice = memo(RadioChoiceOf) as typeof RadioChoiceOf;
