import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import type { SxProps } from '@mui/material/styles';
import { offsetIn } from './format.ts';
import { allZones, findZones, foundBy } from './zone-search.ts';

interface ZoneFieldProps<Value extends string | null> {
  /** Its visible label; a field without one is named by `name`. */
  readonly label?: string;
  readonly name?: string;
  readonly value: Value;
  /** What stands before the zones, in its own words: *The server’s: Europe/Berlin*. */
  readonly first?: readonly string[];
  readonly labelOf?: (option: string) => string;
  /** The instant at which offsets hold, epoch milliseconds UTC. */
  readonly atMs: number;
  readonly helperText?: string;
  readonly onChange: (zone: string) => void;
  readonly sx?: SxProps;
}

/**
 * A time zone to choose: one list for the whole console, of the zones that can be planned with, found by any of their
 * names, by abbreviations, Windows names and offsets. So it finds the same in every browser.
 */
export function ZoneField<Value extends string | null>(props: ZoneFieldProps<Value>) {
  const { label, name, value, first = [], labelOf = (option) => option, atMs, helperText, onChange, sx } = props;
  const options = [...new Set([...first, ...(value === null ? [] : [value]), 'UTC', ...allZones()])];
  return (
    <Autocomplete
      // What is chosen can be changed and not taken away.
      disableClearable={value !== null}
      size="small"
      options={options}
      getOptionLabel={labelOf}
      filterOptions={(all, { inputValue }) => {
        const shown = labelOf(value ?? '');
        if (inputValue === '' || inputValue === shown) return all;
        const said = inputValue.toLowerCase();
        const own = first.filter((option) => labelOf(option).toLowerCase().includes(said));
        return [...new Set([...own, ...findZones(inputValue, atMs)])];
      }}
      value={value}
      onChange={(_, chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      sx={{ maxWidth: '100%', ...sx }}
      renderOption={({ key, ...item }, option, { inputValue }) => {
        const other = first.includes(option) ? null : foundBy(option, inputValue);
        return (
          <Box component="li" key={key} {...item} sx={{ gap: 2 }}>
            <span>{labelOf(option)}</span>
            {!first.includes(option) && (
              <Typography
                component="span"
                variant="body2"
                color="textSecondary"
                sx={{ ml: 'auto', whiteSpace: 'nowrap' }}
              >
                {other === null ? `UTC${offsetIn(option, atMs)}` : other}
              </Typography>
            )}
          </Box>
        );
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          helperText={helperText}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, ...(name === undefined ? {} : { 'aria-label': name }) },
          }}
        />
      )}
    />
  );
}
