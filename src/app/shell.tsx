import { Box, Drawer, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { GroupTree } from '#src/features/groups/group-tree.tsx';
import { queryOf } from '#src/shared/api/queries.ts';
import { Pulse } from '#src/shared/live/pulse.tsx';
import { askedFor } from './data-sets.ts';
import { Notices } from './notices.tsx';
import { PlacesBelow, usePageBelow } from './places-below.tsx';
import { Preparing } from './preparing.tsx';
import { TopBar } from './top-bar.tsx';
import { UnknownUser, useUnknownUser } from './unknown-user.tsx';

/** The frame of every page: top bar, the tree, the place for the page. Where it is narrow, the tree is a drawer. */
export function Shell() {
  const { groupId } = useParams({ strict: false });
  const narrow = useMediaQuery('(max-width: 759.95px)', { noSsr: true });
  const [drawer, setDrawer] = useState(false);
  const page = usePageBelow();
  const hasTree = groupId !== undefined || page !== null;
  const unknown = useUnknownUser();
  const closeDrawer = () => {
    setDrawer(false);
  };
  if (unknown) return <UnknownUser />;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <Pulse />
      <SkipLink />
      <TopBar
        onGroups={
          narrow && hasTree
            ? () => {
                setDrawer(true);
              }
            : null
        }
      />
      <Notices />
      <Panes tree={!narrow && hasTree} />
      {narrow && hasTree && (
        <Drawer
          open={drawer}
          onClose={closeDrawer}
          transitionDuration={0}
          slotProps={{ paper: { role: 'dialog', 'aria-label': 'Groups', sx: { width: 320, maxWidth: '88vw' } } }}
        >
          <TreeAndPlaces onChosen={closeDrawer} />
        </Drawer>
      )}
    </Box>
  );
}

/**
 * The page, and the tree beside it where there is room, with a border that can be dragged, and moved by the arrow keys.
 * The page is one and the same with and without the tree: what is edited on it outlives a turned or narrowed screen.
 */
function Panes({ tree }: { tree: boolean }) {
  const widths = useDefaultLayout({ id: 'vesper.panes', panelIds: tree ? ['tree', 'page'] : ['page'] });
  return (
    <Group
      orientation="horizontal"
      {...widths}
      resizeTargetMinimumSize={{ coarse: 32, fine: 24 }}
      style={{ flex: 1, minHeight: 0 }}
    >
      {tree && (
        <Panel id="tree" defaultSize="270px" minSize="180px" maxSize="50%" groupResizeBehavior="preserve-pixel-size">
          <Box sx={{ height: '100%', bgcolor: 'background.paper' }}>
            <TreeAndPlaces />
          </Box>
        </Panel>
      )}
      {tree && <Border />}
      <Panel id="page" minSize="30%">
        <Page />
      </Panel>
    </Group>
  );
}

/** One thin line to see; the rest of the width to grab lies over the page's margin, not over the tree's scroll bar. */
function Border() {
  return (
    <Box
      component={Separator}
      title="Width of the tree"
      sx={{
        width: 12,
        borderLeft: 1,
        borderColor: 'divider',
        '&:hover, &[data-separator="active"], &:focus-visible': { borderColor: 'primary.main', outline: 'none' },
        '&:focus-visible': {
          boxShadow: (theme) => `inset 2px 0 ${theme.vars?.palette.primary.main ?? 'currentColor'}`,
        },
      }}
    />
  );
}

/** The groups, and below them the places that belong to none. */
function TreeAndPlaces({ onChosen }: { onChosen?: () => void }) {
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box component="nav" aria-label="Groups" sx={{ flex: '0 1 auto', minHeight: 0 }}>
        <GroupTree {...(onChosen ? { onChosen } : {})} />
      </Box>
      <PlacesBelow onChosen={onChosen} />
    </Box>
  );
}

/** The page; until the backend has its data, what it is waiting for. */
function Page() {
  const preparing = useQuery({ ...queryOf('world'), staleTime: Infinity }).isPending;
  return (
    <Box sx={{ position: 'relative', height: '100%', minHeight: 0, flex: 1 }}>
      {preparing && <Preparing scenario={askedFor(window.location.search)} />}
      <Box component="main" id="content" tabIndex={-1} sx={{ height: '100%', overflow: 'auto' }}>
        <Outlet />
      </Box>
    </Box>
  );
}

function SkipLink() {
  return (
    <Box
      component="a"
      href="#content"
      onClick={(event) => {
        // The router would take the fragment for a new address.
        event.preventDefault();
        document.getElementById('content')?.focus();
      }}
      sx={{
        position: 'absolute',
        left: -9999,
        '&:focus': {
          left: 8,
          top: 6,
          zIndex: 'tooltip',
          px: 3,
          py: 1.5,
          borderRadius: 1,
          bgcolor: 'background.paper',
          color: 'primary.main',
          fontWeight: 600,
        },
      }}
    >
      Skip to content
    </Box>
  );
}
