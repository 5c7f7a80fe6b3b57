import { Autocomplete, createFilterOptions, TextField } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { GroupNode } from '#contract/groups.ts';
import { queryOf } from '#src/shared/api/queries.ts';

interface GroupPathFieldProps {
  readonly label: string;
  readonly value: string;
  /** Offered first. */
  readonly suggestions: readonly string[];
  readonly placeholder: string;
  /** With an empty text where none is chosen. */
  readonly onPath: (path: string) => void;
}

/** A group that is there, or the path of one that is to be created. */
export function GroupPathField({ label, value, suggestions, placeholder, onPath }: GroupPathFieldProps) {
  const tree = useQuery({ ...queryOf('groupTree'), select: pathsOf });
  const paths = tree.data ?? [];
  const there = new Set(paths);
  const options = [...new Set([...suggestions, ...paths])];
  return (
    <Autocomplete
      freeSolo
      size="small"
      options={options}
      filterOptions={createFilterOptions({ limit: 100 })}
      value={value === 'ignore' ? '' : value}
      onChange={(_, path) => {
        onPath(path?.trim() ?? '');
      }}
      onBlur={(event) => {
        const typed = 'value' in event.target ? String(event.target.value).trim() : '';
        if (typed !== '' && typed !== value) onPath(typed);
      }}
      renderOption={({ key, ...props }, path) => (
        <li key={key} {...props}>
          {there.has(path) ? path : `Create ${path}`}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={placeholder}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'aria-label': label } }}
        />
      )}
    />
  );
}

/** The path of each group as a file names it. */
function pathsOf({ groups }: { readonly groups: readonly GroupNode[] }): string[] {
  const known = new Map<string, string>();
  // Groups come from the root down.
  return groups.map(({ id, parentId, name }) => {
    const above = parentId === null ? undefined : known.get(parentId);
    const path = above === undefined ? name : `${above}/${name.replaceAll('/', '\\/')}`;
    known.set(id, path);
    return path;
  });
}
