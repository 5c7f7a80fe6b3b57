import { MenuItem, TextField } from '@mui/material';

export interface FilterSelectProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  /** Undefined shows all. */
  readonly value: T | undefined;
  readonly onFilter: (value: T | undefined) => void;
}

interface PlaceholderState {
  /** Whether the placeholder was clicked before this loaded. */
  readonly opened: boolean;
  readonly focused: boolean;
}

/** The select that replaces `FilterPlaceholder`. */
export function FilterSelect({
  label,
  values,
  labels,
  value,
  onFilter,
  opened,
  focused,
}: FilterSelectProps<string> & PlaceholderState) {
  return (
    <TextField
      select
      label={label}
      value={value ?? 'all'}
      onChange={(event) => {
        onFilter(values.find((one) => one === event.target.value));
      }}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the placeholder that it replaces had the focus
      autoFocus={focused}
      slotProps={{ select: { defaultOpen: opened } }}
      sx={{ width: 150 }}
    >
      <MenuItem value="all">All</MenuItem>
      {values.map((one) => (
        <MenuItem key={one} value={one}>
          {labels[one]}
        </MenuItem>
      ))}
    </TextField>
  );
}
