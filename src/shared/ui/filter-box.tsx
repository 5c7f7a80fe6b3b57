import { MenuItem, TextField } from '@mui/material';

interface FilterBoxProps<T extends string> {
  readonly label: string;
  readonly values: readonly T[];
  readonly labels: Readonly<Record<T, string>>;
  /** The value that alone is shown; undefined shows all. */
  readonly value: T | undefined;
  readonly onFilter: (value: T | undefined) => void;
}

/** A box that leaves only the rows of one value in sight. */
export function FilterBox<T extends string>({ label, values, labels, value, onFilter }: FilterBoxProps<T>) {
  return (
    <TextField
      select
      label={label}
      value={value ?? 'all'}
      onChange={(event) => {
        onFilter(values.find((one) => one === event.target.value));
      }}
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
