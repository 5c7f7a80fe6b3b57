import { Box, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { freshPlace, usePlace } from '#src/shared/navigation/place.ts';
import { FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { useRemembered } from '#src/shared/ui/remembered.ts';
import { TreeView } from './tree-view.tsx';
import { ancestorsOf, forestOf, matchingGroups } from './tree-rows.ts';

/** The tree of administration groups beside every page, with the box that filters it. */
export function GroupTree() {
  const tree = useQuery(queryOf('groupTree'));
  if (tree.isPending) return <LoadingRows label="Loading groups" rows={8} />;
  if (tree.isError) return <FailedState what="The groups" error={tree.error} onRetry={() => void tree.refetch()} />;
  return <FilteredTree groups={tree.data.groups} />;
}

function FilteredTree({ groups }: { groups: readonly GroupNode[] }) {
  const { groupId, tab } = usePlace();
  const navigate = useNavigate();
  const [filter, setFilter] = useState('');
  const [remembered, remember] = useRemembered<string>('vesper.open-groups', '');
  const forest = forestOf(groups);
  const shown = matchingGroups(forest, filter);
  const open = new Set([...remembered.split(' ').filter((id) => forest.byId.has(id)), ...ancestorsOf(forest, groupId)]);
  const found = shown ? groups.filter((g) => g.name.toLowerCase().includes(filter.trim().toLowerCase())).length : 0;

  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box sx={{ p: 2 }}>
        <TextField
          fullWidth
          placeholder="Filter groups"
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
          }}
          slotProps={{ htmlInput: { 'aria-label': 'Filter groups', type: 'search' } }}
        />
        <Typography
          role="status"
          variant="body2"
          color="textSecondary"
          sx={{ minHeight: shown ? 22 : 0, pt: shown ? 1 : 0 }}
        >
          {shown && (found === 0 ? 'No group has this name.' : `${String(found)} ${found === 1 ? 'group' : 'groups'}`)}
        </Typography>
      </Box>
      <TreeView
        key={filter.trim()}
        forest={forest}
        shown={shown}
        open={shown ?? open}
        selected={groupId}
        onOpenChange={(ids) => {
          remember([...ids].join(' '));
        }}
        onSelect={(id) =>
          void navigate({
            to: '/groups/$groupId/$tab',
            params: { groupId: id, tab },
            search: (before) => freshPlace(before),
          })
        }
      />
    </Box>
  );
}
