import { Box, Button, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';

interface SettingRowProps {
  readonly label: string;
  /** One sentence. */
  readonly about: string;
  /** True if there is nothing to reset. */
  readonly isDefault: boolean;
  readonly onReset: () => void;
  readonly children: ReactNode;
}

/** One setting: label, description, control and *Reset*. */
export function SettingRow({ label, about, isDefault, onReset, children }: SettingRowProps) {
  const id = useId();
  return (
    <Box
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-about`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 300px auto' },
        alignItems: 'center',
        columnGap: 4,
        rowGap: 2,
        py: 3,
        '& + &': { borderTop: 1, borderColor: 'divider' },
      }}
    >
      <Box>
        <Typography id={`${id}-label`} sx={{ fontWeight: 600 }}>
          {label}
        </Typography>
        <Typography id={`${id}-about`} variant="body2" color="textSecondary">
          {about}
        </Typography>
      </Box>
      <Box>{children}</Box>
      <Button
        aria-label={`Reset ${label}`}
        // Not `disabled`, so that it keeps the focus after a reset.
        aria-disabled={isDefault}
        title={isDefault ? 'It is as at first' : undefined}
        onClick={() => {
          if (!isDefault) onReset();
        }}
        sx={{ justifySelf: 'start', '&[aria-disabled=true]': { color: 'text.disabled', cursor: 'default' } }}
      >
        Reset
      </Button>
    </Box>
  );
}

interface ToggleChoiceProps<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly labels: Readonly<Record<Option, string>>;
  readonly value: Option;
  readonly onChange: (option: Option) => void;
}

/** A choice of two or three options. Clicking the selected one changes nothing. */
export function ToggleChoice<Option extends string>({
  label,
  options,
  labels,
  value,
  onChange,
}: ToggleChoiceProps<Option>) {
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={label}
      value={value}
      onChange={(_, next: Option | null) => {
        if (next !== null) onChange(next);
      }}
      sx={{ '& > button': { py: 1, px: 3, textTransform: 'none' } }}
    >
      {options.map((option) => (
        <ToggleButton key={option} value={option}>
          {labels[option]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
