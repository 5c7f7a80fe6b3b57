import { Box, OutlinedInput, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { onlyScenario, useOptionalRouteParams } from '#src/shared/navigation/route-location.ts';
import { afterPaint } from '#src/shared/ui/after-paint.ts';
import { FailedState, LoadingRows } from '#src/shared/ui/feedback/page-states.tsx';
import { useLocalStorage } from '#src/shared/ui/use-local-storage.ts';
import { useTreeActions } from './use-tree-actions.tsx';
import { TreeView } from './tree-view.tsx';
import { ancestorsOf, forestOf, matchingGroups } from './tree-rows.ts';

interface GroupTreeProps {
  /** Told when a group was chosen: a drawer that holds the tree closes. */
  readonly onChosen?: () => void;
}

/** The tree of administration groups beside every page, with the box that filters it. */
export function GroupTree({ onChosen }: GroupTreeProps) {
  const tree = useQuery(queryOf('groupTree'));
  if (tree.isPending) {
    return (
      <Box sx={{ px: 4, pt: 14 }}>
        <LoadingRows label="Loading groups" rows={8} />
      </Box>
    );
  }
  if (tree.isError) return <FailedState what="The groups" error={tree.error} onRetry={() => void tree.refetch()} />;
  return <FilteredTree groups={tree.data.groups} onChosen={onChosen} />;
}

interface FilteredTreeProps {
  readonly groups: readonly GroupNode[];
  readonly onChosen: (() => void) | undefined;
}

function FilteredTree({ groups, onChosen }: FilteredTreeProps) {
  // On a page without a group, none is selected.
  const { groupId, tab } = useOptionalRouteParams() ?? { groupId: null, tab: 'devices' as const };
  const navigate = useNavigate();
  const queries = useQueryClient();
  const frame = useRef<HTMLDivElement>(null);
  const forest = useMemo(() => forestOf(groups), [groups]);
  const [filter, setFilter] = useState('');
  const [closedInFilter, setClosedInFilter] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useOpenGroups(forest, groupId);
  const shown = matchingGroups(forest, filter);
  // The row is marked with the click; the page of its group follows.
  const [chosen, setChosen] = useState<GroupId | null>(null);
  const go = (id: GroupId) =>
    navigate({ to: '/groups/$groupId/$tab', params: { groupId: id, tab }, search: (before) => onlyScenario(before) });
  const actions = useTreeActions({
    forest,
    frame,
    // The tree must know it first: then the groups above it open.
    onCreated: async (id) => {
      await queries.invalidateQueries({ queryKey: ['groupTree'] });
      await go(id);
    },
    onDeleted: ({ id, parentId }) =>
      parentId !== null && groupId !== null && [groupId, ...ancestorsOf(forest, groupId)].includes(id)
        ? go(parentId)
        : undefined,
  });
  const found = shown ? groups.filter((g) => g.name.toLowerCase().includes(filter.trim().toLowerCase())).length : 0;

  return (
    <Box ref={frame} sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box sx={{ p: 2 }}>
        <OutlinedInput
          size="small"
          fullWidth
          type="search"
          placeholder="Filter groups"
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
            setClosedInFilter(new Set());
          }}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            frame.current?.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]')?.focus();
          }}
          slotProps={{ input: { 'aria-label': 'Filter groups' } }}
        />
        <Typography
          role="status"
          variant="body2"
          color="textSecondary"
          sx={{ minHeight: shown ? 22 : 0, pt: shown ? 1 : 0, px: 1 }}
        >
          {shown && (found === 0 ? 'No group has this name.' : `${String(found)} ${found === 1 ? 'group' : 'groups'}`)}
        </Typography>
      </Box>
      <TreeView
        forest={forest}
        shown={shown}
        open={shown ? new Set([...shown].filter((id) => !closedInFilter.has(id))) : open}
        selected={chosen ?? groupId}
        onOpen={(ids) => {
          if (shown)
            setClosedInFilter(new Set([...closedInFilter].filter((id) => !ids.some((opened) => opened === id))));
          else setOpen(new Set([...open, ...ids]));
        }}
        onClose={(closed) => {
          if (shown) setClosedInFilter(new Set([...closedInFilter, closed]));
          else setOpen(new Set([...open].filter((id) => id !== closed)));
        }}
        onSelect={(id) => {
          onChosen?.();
          setChosen(id);
          afterPaint(() => {
            void go(id).finally(() => {
              setChosen((now) => (now === id ? null : now));
            });
          });
        }}
        onMenu={actions.onMenu}
        dropOn={actions.dropOn}
      />
      {actions.parts}
    </Box>
  );
}

/** The open groups, remembered in this browser; on the first visit the root is open. A group that is reached opens those above it. */
function useOpenGroups(forest: ReturnType<typeof forestOf>, groupId: GroupId | null) {
  const [remembered, remember] = useLocalStorage<string>('vesper.open-groups', forest.roots[0]?.id ?? '');
  const reached = () => (groupId === null ? [] : ancestorsOf(forest, groupId));
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([...remembered.split(' '), ...reached()]));
  const [shownFor, setShownFor] = useState(groupId);
  // A group that was just created is reached before the tree knows it: then it waits for the tree.
  if (shownFor !== groupId && (groupId === null || forest.byId.has(groupId))) {
    setShownFor(groupId);
    setOpen(new Set([...open, ...reached()]));
  }
  const set = (next: ReadonlySet<string>) => {
    setOpen(next);
    remember([...next].filter((id) => forest.byId.has(id)).join(' '));
  };
  return [open, set] as const;
}
