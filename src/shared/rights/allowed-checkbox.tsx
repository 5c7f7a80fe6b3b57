import { Checkbox, FormControlLabel } from '@mui/material';
import { readOnlyProps, useReadOnly } from './read-only.ts';

interface AllowedCheckboxProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: (on: boolean) => void;
}

/** A labelled checkbox; inside a read-only area it cannot change and its description gives the reason. */
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
