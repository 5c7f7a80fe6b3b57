import { Autocomplete, Box, createFilterOptions, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { GroupId } from '#domain/ids.ts';
import { FirstField } from '#src/shared/form/first-field.tsx';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { groupPaths, type GroupPath } from './group-paths.ts';

interface GroupPickerProps {
  readonly group: GroupPath | null;
  /** A group that cannot be chosen; null if all can. */
  readonly excluded: GroupId | null;
  readonly onChange: (group: GroupPath | null) => void;
}

const filterOptions = createFilterOptions<GroupPath>({ limit: 50, stringify: ({ path }) => path });

/** Chooses an administration group, searched by any part of its path. */
export function GroupPicker({ group, excluded, onChange }: GroupPickerProps) {
  const tree = useQuery(queryOf('groupTree'));
  return (
    <Autocomplete
      sx={{ mt: 2 }}
      options={groupPaths(tree.data?.groups ?? []).filter(({ id }) => id !== excluded)}
      value={group}
      loading={tree.isPending}
      filterOptions={filterOptions}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText={excluded === null ? 'No group of this name.' : 'No other group of this name.'}
      onChange={(_, chosen) => {
        onChange(chosen);
      }}
      renderOption={({ key, ...props }, option) => (
        <Box component="li" key={key} {...props}>
          <Box sx={{ minWidth: 0 }}>
            <Typography>{option.name}</Typography>
            <Typography color="textSecondary" variant="body2">
              {option.path}
            </Typography>
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <FirstField
          {...params}
          label="Administration group"
          error={tree.isError}
          helperText={tree.isError ? sentenceOf(tree.error) : (group?.path ?? 'By name or by a part of its path.')}
        />
      )}
    />
  );
}
