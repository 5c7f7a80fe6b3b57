import { MenuItem, TextField } from '@mui/material';

export interface FilterSelectProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  /** The value that alone is shown; undefined shows all. */
  readonly value: T | undefined;
  readonly onFilter: (value: T | undefined) => void;
}

interface TakingOver {
  /** What the closed box that it takes the place of was asked for, or had. */
  readonly opened: boolean;
  readonly focused: boolean;
}

/** The list of a filter box. */
export function FilterSelect({
  label,
  values,
  labels,
  value,
  onFilter,
  opened,
  focused,
}: FilterSelectProps<string> & TakingOver) {
  return (
    <TextField
      select
      label={label}
      value={value ?? 'all'}
      onChange={(event) => {
        onFilter(values.find((one) => one === event.target.value));
      }}
      // eslint-disable-next-line jsx-a11y/no-autofocus -- the closed box that it takes the place of had the focus
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
