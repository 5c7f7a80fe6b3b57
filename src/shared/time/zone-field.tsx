import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { offsetIn } from './format.ts';
import { allZones, findZones, matchedAlias, canonicalZone } from './zone-search.ts';

interface ZoneFieldProps {
  /** Its visible label; a field without one is named by `name`. */
  readonly label?: string;
  readonly name?: string;
  readonly value: string | null;
  /** What stands before the zones, in its own words: *The server’s: Europe/Berlin*. */
  readonly first?: readonly string[];
  readonly labelOf?: (option: string) => string;
  /** The instant at which offsets hold, epoch milliseconds UTC. */
  readonly atMs: number;
  readonly helperText?: string | undefined;
  readonly onChange: (zone: string) => void;
  readonly width?: number;
}

/**
 * A time zone to choose: one list for the whole console, of the zones that can be planned with, found by any of their
 * names, by abbreviations, Windows names and offsets. So it finds the same in every browser.
 */
export function ZoneField(props: ZoneFieldProps) {
  const { label, name, labelOf = asItIs, atMs, helperText, onChange, width } = props;
  const value = props.value === null ? null : canonicalZone(props.value);
  const first = (props.first ?? []).map(canonicalZone);
  const options = [...new Set([...first, ...(value === null ? [] : [value]), 'UTC', ...allZones()])];
  return (
    <Autocomplete
      // What is chosen can be changed and not taken away.
      clearIcon={null}
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
      sx={{ width, maxWidth: '100%' }}
      renderOption={({ key, ...item }, option, { inputValue }) => {
        // The offset of every zone there is would take too long to work out.
        const typed = inputValue !== '' && inputValue !== labelOf(value ?? '');
        const note = typed ? (matchedAlias(option, inputValue) ?? `UTC${offsetIn(option, atMs)}`) : null;
        return (
          <Box component="li" key={key} {...item} sx={{ gap: 2 }}>
            <span>{labelOf(option)}</span>
            {note !== null && !(first.includes(option) && labelOf(option) !== option) && (
              <Typography
                component="span"
                variant="body2"
                color="textSecondary"
                sx={{ ml: 'auto', whiteSpace: 'nowrap' }}
              >
                {note}
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

const asItIs = (option: string) => option;
