import { Checkbox, FormControlLabel } from '@mui/material';
import { readOnlyProps, useReadOnly } from './read-only.ts';

interface AllowedCheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A box with its label; where the fields around are read-only it stays as it is and says why. */
export function AllowedCheckbox({ label, checked, disabled = false, onChange }: AllowedCheckboxProps) {
  const readOnly = useReadOnly();
  return (
    <FormControlLabel
      label={label}
      control={
        <Checkbox
          checked={checked}
          disabled={disabled}
          onChange={(_, on) => {
            if (readOnly === null) onChange(on);
          }}
          slotProps={{ input: readOnlyProps(readOnly) }}
        />
      }
    />
  );
}
