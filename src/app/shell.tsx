import { Box, Drawer, useMediaQuery } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { GroupTree } from '#src/features/groups/group-tree.tsx';
import { queryOf } from '#src/shared/api/queries.ts';
import { Pulse } from '#src/shared/live/pulse.tsx';
import { useRemembered } from '#src/shared/ui/remembered.ts';
import { askedFor } from './data-sets.ts';
import { hintName } from './display.ts';
import { Notices } from './notices.tsx';
import { PlacesBelow, usePageBelow } from './places-below.tsx';
import { Preparing } from './preparing.tsx';
import { TopBar } from './top-bar.tsx';
import { UnknownUser, useUnknownUser } from './unknown-user.tsx';

const FirstSteps = lazy(() => import('./commands.tsx').then((m) => ({ default: m.FirstSteps })));

/** The frame of every page: top bar, the tree, the place for the page. Where it is narrow, the tree is a drawer. */
export function Shell() {
  const { groupId } = useParams({ strict: false });
  const narrow = useMediaQuery('(max-width: 759.95px)', { noSsr: true });
  const [drawer, setDrawer] = useState(false);
  const page = usePageBelow();
  const hasTree = groupId !== undefined || page !== null;
  const unknown = useUnknownUser();
  const [content] = useState(movable);
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
      {narrow || !hasTree ? <Page content={content} /> : <Panes content={content} />}
      {createPortal(<Outlet />, content)}
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

/** The tree beside the page, with a border that can be dragged, and moved by the arrow keys. */
function Panes({ content }: { content: HTMLElement }) {
  const widths = useDefaultLayout({ id: 'vesper.panes', panelIds: ['tree', 'page'] });
  return (
    <Group
      orientation="horizontal"
      {...widths}
      resizeTargetMinimumSize={{ coarse: 32, fine: 24 }}
      style={{ flex: 1, minHeight: 0 }}
    >
      <Panel id="tree" defaultSize="270px" minSize="180px" maxSize="50%" groupResizeBehavior="preserve-pixel-size">
        <Box sx={{ height: '100%', bgcolor: 'background.paper' }}>
          <TreeAndPlaces />
        </Box>
      </Panel>
      <Box
        component={Separator}
        title="Width of the tree"
        // One thin line to see; the rest of the width to grab lies over the page's margin, not over the tree's scroll bar.
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
      <Panel id="page" minSize="30%">
        <Page content={content} />
      </Panel>
    </Group>
  );
}

/** The groups, and below them the places that belong to none. */
function TreeAndPlaces({ onChosen }: { onChosen?: () => void }) {
  const [hint] = useRemembered<string>(hintName, 'new');
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box component="nav" aria-label="Groups" sx={{ flex: '0 1 auto', minHeight: 0 }}>
        <GroupTree {...(onChosen ? { onChosen } : {})} />
      </Box>
      <PlacesBelow onChosen={onChosen} />
      {hint === 'new' && (
        <Suspense fallback={null}>
          <FirstSteps />
        </Suspense>
      )}
    </Box>
  );
}

/** A place that the page is drawn into, and that moves with it: what is edited there outlives a turned or narrowed screen. */
function movable(): HTMLElement {
  const place = document.createElement('div');
  place.style.display = 'contents';
  return place;
}

/** The page; until the backend has its data, what it is waiting for. */
function Page({ content }: { content: HTMLElement }) {
  const preparing = useQuery({ ...queryOf('world'), staleTime: Infinity }).isPending;
  const hold = useCallback((main: HTMLElement | null) => main?.append(content), [content]);
  return (
    <Box sx={{ position: 'relative', height: '100%', minHeight: 0, flex: 1 }}>
      {preparing && <Preparing scenario={askedFor(window.location.search)} />}
      <Box ref={hold} component="main" id="content" tabIndex={-1} sx={{ height: '100%', overflow: 'auto' }} />
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
