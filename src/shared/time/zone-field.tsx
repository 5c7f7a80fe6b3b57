import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import { offsetIn } from './format.ts';
import { allZones, findZones, matchedAlias, canonicalZone } from './zone-search.ts';

interface ZoneFieldProps {
  /** The visible label; without it, `name` is the accessible name. */
  readonly label?: string;
  readonly name?: string;
  readonly value: string | null;
  /** Options before the zones, labelled by `labelOf`: *The server’s: Europe/Berlin*. */
  readonly first?: readonly string[];
  readonly labelOf?: (option: string) => string;
  /** The instant of the displayed offsets, epoch milliseconds UTC. */
  readonly atMs: number;
  readonly helperText?: string | undefined;
  readonly onChange: (zone: string) => void;
  readonly width?: number;
}

/**
 * Chooses a time zone that the planner knows, found by any of its names, by abbreviation, Windows name or offset. The list
 * does not depend on the browser.
 */
export function ZoneField(props: ZoneFieldProps) {
  const { label, name, labelOf = identity, atMs, helperText, onChange, width } = props;
  const value = props.value === null ? null : canonicalZone(props.value);
  const first = (props.first ?? []).map(canonicalZone);
  const options = [...new Set([...first, ...(value === null ? [] : [value]), 'UTC', ...allZones()])];
  return (
    <Autocomplete
      // The value can be changed but not cleared.
      clearIcon={null}
      size="small"
      options={options}
      getOptionLabel={labelOf}
      filterOptions={(all, { inputValue }) => {
        const shown = labelOf(value ?? '');
        if (inputValue === '' || inputValue === shown) return all;
        const search = inputValue.toLowerCase();
        const matching = first.filter((option) => labelOf(option).toLowerCase().includes(search));
        return [...new Set([...matching, ...findZones(inputValue, atMs)])];
      }}
      value={value}
      onChange={(_, chosen) => {
        if (chosen !== null) onChange(chosen);
      }}
      sx={{ width, maxWidth: '100%' }}
      renderOption={({ key, ...item }, option, { inputValue }) => {
        // Computing the offset of every zone would take too long.
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

const identity = (option: string) => option;
