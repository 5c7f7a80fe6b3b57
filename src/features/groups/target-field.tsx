import { Autocomplete, Box, createFilterOptions, Typography } from '@mui/material';
import { FirstField } from '#src/shared/form/first-field.tsx';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { depthFirst, parentPath } from './move-targets.ts';
import type { GroupForest } from './tree-rows.ts';

interface TargetFieldProps {
  readonly forest: GroupForest;
  readonly target: GroupNode | null;
  readonly onTarget: (target: GroupNode | null) => void;
  /** Why a group makes no sense as the target; null when it does. */
  readonly whyNot: (id: GroupId) => string | null;
}

/** How many groups are listed at once: the rest is found by typing. */
const listed = 100;

/** A group of the tree, found by its name or by those above it. */
export function TargetField({ forest, target, onTarget, whyNot }: TargetFieldProps) {
  return (
    <Autocomplete
      options={depthFirst(forest)}
      value={target}
      autoHighlight
      openOnFocus
      filterOptions={createFilterOptions({
        limit: listed,
        stringify: (group: GroupNode) => `${parentPath(forest, group.id)} / ${group.name}`,
      })}
      getOptionLabel={(group) => group.name}
      getOptionKey={(group) => group.id}
      getOptionDisabled={(group) => whyNot(group.id) !== null}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      noOptionsText="No group has this name."
      onChange={(_, chosen) => {
        onTarget(chosen);
      }}
      renderOption={({ key, ...props }, group) => (
        <Box component="li" key={key} {...props} sx={{ gap: 3 }}>
          <Typography component="span" noWrap>
            {group.name}
          </Typography>
          <Typography component="span" color="textSecondary" noWrap sx={{ ml: 'auto !important', minWidth: 0 }}>
            {whyNot(group.id) ?? parentPath(forest, group.id)}
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <FirstField
          {...params}
          first={target === null}
          label="Move to"
          helperText={target ? parentPath(forest, target.id) : 'A group, by its name or by a group above it.'}
        />
      )}
      sx={{ mt: 2 }}
    />
  );
}
