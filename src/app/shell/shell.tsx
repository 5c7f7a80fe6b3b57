import { Box, useMediaQuery } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { memo, Suspense, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { GroupTree } from '#src/features/groups/group-tree.tsx';
import { queryOf } from '#src/shared/api/queries.ts';
import { startIdlePreloading } from '#src/shared/api/idle-preloading.ts';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { SplitPane } from '#src/shared/ui/controls/split-pane.tsx';
import { requestedScenario } from '#src/app/data-sets.ts';
import { SecondaryNavigation, useSecondaryPage } from './secondary-navigation.tsx';
import { Preparing } from './preparing.tsx';
import { useUnavailableReason } from '#src/app/errors/use-unavailable-reason.ts';
import { TopBar } from './top-bar.tsx';
import { useBanners } from '#src/app/notices/use-banners.ts';

const Pulse = lazyComponent(() => import('#src/shared/live/pulse.tsx').then((m) => m.Pulse));
const Notices = lazyComponent(() => import('#src/app/notices/banners.tsx').then((m) => m.Banners));
const RefusedWorld = lazyComponent(() =>
  import('#src/app/errors/unavailable-pages.tsx').then((m) => m.UnavailablePage),
);
const FirstSteps = lazyComponent(() => import('./commands.tsx').then((m) => m.FirstSteps));
const GroupsDrawer = lazyComponent(() => import('./groups-drawer.tsx').then((m) => m.GroupsDrawer));

/** The frame of every page: top bar, the tree, the place for the page. Where it is narrow, the tree is a drawer. */
export function Shell() {
  const hasGroup = useParams({ strict: false, select: ({ groupId }) => groupId !== undefined });
  const narrow = useMediaQuery('(max-width: 759.95px)', { noSsr: true });
  const [drawer, setDrawer] = useState(false);
  const page = useSecondaryPage();
  const hasTree = hasGroup || page !== null;
  const [content] = useState(movable);
  const closeDrawer = () => {
    setDrawer(false);
  };
  const hasPulse = useRestWhenIdle();
  const refused = useUnavailableReason();
  const banners = useBanners();
  if (refused !== null) {
    return (
      <Suspense fallback={null}>
        <RefusedWorld why={refused} />
      </Suspense>
    );
  }
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      {hasPulse && <Pulse />}
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
      {banners && (
        <Suspense fallback={null}>
          <Notices state={banners} />
        </Suspense>
      )}
      {narrow || !hasTree ? (
        <Page content={content} />
      ) : (
        <SplitPane
          label="Width of the tree"
          name="vesper.tree-width"
          width={270}
          minWidth={180}
          first={
            <Box sx={{ height: '100%', bgcolor: 'background.paper' }}>
              <TreeAndPlaces />
            </Box>
          }
          second={<Page content={content} />}
        />
      )}
      {createPortal(<Outlet />, content)}
      {narrow && hasTree && drawer && (
        <Suspense fallback={null}>
          <GroupsDrawer onClose={closeDrawer}>
            <TreeAndPlaces onChosen={closeDrawer} />
          </GroupsDrawer>
        </Suspense>
      )}
    </Box>
  );
}

/** The groups, and below them the places that belong to none. */
const TreeAndPlaces = memo(function TreeAndPlaces({ onChosen }: { onChosen?: () => void }) {
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Box component="nav" aria-label="Groups" sx={{ flex: '0 1 auto', minHeight: 0 }}>
        <GroupTree {...(onChosen ? { onChosen } : {})} />
      </Box>
      <SecondaryNavigation onChosen={onChosen} />
      <Suspense fallback={null}>
        <FirstSteps />
      </Suspense>
    </Box>
  );
});

/** What the first screen could do without is loaded once it has got its answers, the pulse first. @returns true once that is there */
function useRestWhenIdle(): boolean {
  const queries = useQueryClient();
  const hasPulse = Pulse.useLoaded();
  useEffect(() => {
    if (hasPulse) return;
    // Where it cannot be loaded, it is tried again after the next answers.
    return queries.getQueryCache().subscribe(() => {
      if (queries.isFetching() > 0 || queries.getQueryState(queryOf('world').queryKey)?.status !== 'success') return;
      Pulse.preload();
      startIdlePreloading();
    });
  }, [queries, hasPulse]);
  return hasPulse;
}

/** A place that the page is drawn into, and that moves with it: what is edited there outlives a turned or narrowed screen. */
function movable(): HTMLElement {
  const place = document.createElement('div');
  place.style.display = 'contents';
  return place;
}

/** The page; until the backend has its data, what it is waiting for. */
const Page = memo(function Page({ content }: { content: HTMLElement }) {
  const preparing = useQuery({ ...queryOf('world'), staleTime: Infinity }).isPending;
  const hold = useCallback((main: HTMLElement | null) => main?.append(content), [content]);
  return (
    <Box sx={{ position: 'relative', height: '100%', minHeight: 0, flex: 1 }}>
      {preparing && <Preparing scenario={requestedScenario(window.location.search)} />}
      <Box ref={hold} component="main" id="content" tabIndex={-1} sx={{ height: '100%', overflow: 'auto' }} />
    </Box>
  );
});

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
