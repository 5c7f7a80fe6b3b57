import { Box, Typography } from '@mui/material';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { useQuery } from '@tanstack/react-query';
import { groupIdSchema } from '#domain/ids.ts';
import { ClockControl } from '#src/features/clock/clock-control.tsx';
import { GroupTree } from '#src/features/groups/group-tree.tsx';
import { queryOf } from '#src/shared/api/queries.ts';
import { freshPlace } from '#src/shared/navigation/place.ts';
import { Notices } from './notices.tsx';
import { SessionMenu } from './session-menu.tsx';

/** The frame of every page: top bar, the tree, the place for the page. */
export function Shell() {
  const { groupId } = useParams({ strict: false });
  const widths = useDefaultLayout({ id: 'vesper.panes', panelIds: ['tree', 'page'] });
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', minHeight: 0 }}>
      <Box
        component="a"
        href="#content"
        sx={{
          position: 'absolute',
          left: -9999,
          '&:focus': { left: 8, top: 8, zIndex: 2000, p: 2, bgcolor: 'background.paper' },
        }}
      >
        Skip to content
      </Box>
      <Box
        component="header"
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 4,
          px: 4,
          height: 44,
          flex: 'none',
          bgcolor: 'background.paper',
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <Mark />
        <Breadcrumbs groupId={groupId} />
        <Box sx={{ flex: 1 }} />
        <ClockControl />
        <SessionMenu />
      </Box>
      <Notices />
      <Group orientation="horizontal" {...widths} style={{ flex: 1, minHeight: 0 }}>
        <Panel id="tree" defaultSize="270px" minSize="180px" maxSize="50%">
          <Box component="nav" aria-label="Groups" sx={{ height: '100%', bgcolor: 'background.paper' }}>
            {groupId !== undefined && <GroupTree />}
          </Box>
        </Panel>
        <Separator style={{ width: 5, background: 'var(--vesper-palette-divider)' }} title="Width of the tree" />
        <Panel id="page" minSize="30%">
          <Box component="main" id="content" tabIndex={-1} sx={{ height: '100%', overflow: 'auto' }}>
            <Outlet />
          </Box>
        </Panel>
      </Group>
    </Box>
  );
}

function Mark() {
  return (
    <Box
      component={Link}
      to="/"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        color: 'text.primary',
        textDecoration: 'none',
        fontWeight: 650,
        fontSize: '0.9375rem',
      }}
    >
      <svg
        width="18"
        height="18"
        viewBox="0 0 32 32"
        aria-hidden
        style={{ color: 'var(--vesper-palette-primary-main)' }}
      >
        <path d="M20 3a13 13 0 1 0 9 19A11 11 0 0 1 20 3z" fill="currentColor" />
      </svg>
      Vesper
    </Box>
  );
}

function Breadcrumbs({ groupId }: { groupId: string | undefined }) {
  const id = groupIdSchema.safeParse(groupId);
  const group = useQuery({
    ...queryOf('group', id.success ? { params: { groupId: id.data } } : {}),
    enabled: id.success,
  });
  const path = group.data?.path ?? [];
  return (
    <Box
      component="nav"
      aria-label="Breadcrumbs"
      sx={{ display: 'flex', gap: 1.5, minWidth: 0, overflow: 'hidden', whiteSpace: 'nowrap' }}
    >
      {path.map((step, i) => (
        <Typography key={step.id} component="span" color={i === path.length - 1 ? 'textPrimary' : 'textSecondary'}>
          {i > 0 && '/ '}
          {i === path.length - 1 ? (
            <strong>{step.name}</strong>
          ) : (
            <Link
              to="/groups/$groupId/$tab"
              params={{ groupId: step.id, tab: 'devices' }}
              search={freshPlace}
              style={{ color: 'inherit', textDecoration: 'none' }}
            >
              {step.name}
            </Link>
          )}
        </Typography>
      ))}
    </Box>
  );
}
