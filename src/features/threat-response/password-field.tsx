import { TextField } from '@mui/material';
import { useState } from 'react';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A password, hidden until one asks to see it. Browsers are asked neither to fill it in nor to keep it. */
export function PasswordField({ label, value, error, onChange }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label}
      type={shown ? 'text' : 'password'}
      autoComplete="new-password"
      fullWidth
      value={value}
      error={error !== undefined}
      helperText={error}
      onChange={(event) => {
        onChange(event.target.value);
      }}
      slotProps={{
        htmlInput: { maxLength: 200, spellCheck: false, autoCapitalize: 'off' },
        input: {
          endAdornment: (
            <TextButton
              aria-label={`Show ${label}`}
              aria-pressed={shown}
              onClick={() => {
                setShown(!shown);
              }}
            >
              {shown ? 'Hide' : 'Show'}
            </TextButton>
          ),
        },
      }}
    />
  );
}
