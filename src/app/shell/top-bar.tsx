import { Box, Button } from '@mui/material';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { memo, Suspense, useEffect, useState } from 'react';
import { ClockControl } from '#src/features/clock/clock-control.tsx';
import { useTimePreferences } from '#src/shared/time/time-preferences.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { useConditions } from '#src/app/conditions/conditions.ts';
import type { GlobalDialog } from './global-dialog.ts';
import { SearchButton } from './search-button.tsx';
import { SessionMenu } from './session-menu.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

const Commands = lazyComponent(() => import('./commands.tsx').then((m) => m.Commands));
const ConditionsMark = lazyComponent(() =>
  import('#src/app/conditions/conditions-mark.tsx').then((m) => m.ConditionsMark),
);

interface TopBarProps {
  /** Opens the group drawer; null on wide screens, which show the tree. */
  readonly onGroups: (() => void) | null;
}

/** Breadcrumbs, search, clock, theme and session. On narrow screens breadcrumbs have their own line. */
export const TopBar = memo(function TopBar({ onGroups }: TopBarProps) {
  useTimePreferences();
  const { text } = useConditions();
  const [dialog, setDialog] = useState<GlobalDialog | null>(null);
  // Rendered as soon as it has loaded, without Suspense, which may delay it by 300 ms. Opening a dialog retries a failed load.
  const hasCommands = Commands.useLoaded();
  useEffect(() => {
    Commands.preload();
  }, [dialog]);
  const navigate = useNavigate();
  const hasGroup = useParams({ strict: false, select: ({ groupId }) => groupId !== undefined });
  const simulate = !hasGroup
    ? null
    : () => void navigate({ to: '.', search: (before) => ({ ...before, dialog: 'detection' as const }) });
  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: { xs: 1.5, sm: 2, md: 3 },
        px: { xs: 2, md: 4 },
        minHeight: 44,
        py: 1.25,
        flex: 'none',
        bgcolor: 'background.paper',
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      {onGroups && (
        <Button aria-haspopup="dialog" onClick={onGroups} sx={{ px: 2.5, minWidth: 0 }}>
          Groups
        </Button>
      )}
      <Mark />
      <Box sx={onGroups ? { order: 1, flex: '1 0 100%', minWidth: 0, pt: 1 } : { flex: 1, minWidth: 0, pl: 1 }}>
        <Breadcrumbs />
      </Box>
      <Box
        sx={{ display: 'flex', gap: 'inherit', columnGap: 'inherit', ml: 'auto', alignItems: 'center', minWidth: 0 }}
      >
        {text !== '' && (
          <Suspense fallback={null}>
            <ConditionsMark
              text={text}
              onOpen={() => {
                setDialog('conditions');
              }}
            />
          </Suspense>
        )}
        <SearchButton
          onOpen={() => {
            setDialog('search');
          }}
        />
        <ClockControl />
        <ThemeToggle />
        <SessionMenu onSimulate={simulate} onDialog={setDialog} />
      </Box>
      {hasCommands && <Commands dialog={dialog} onDialog={setDialog} />}
    </Box>
  );
});

function Mark() {
  return (
    <Box
      component={Link}
      to="/"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 2,
        minHeight: 24,
        minWidth: 24,
        color: 'text.primary',
        textDecoration: 'none',
        fontWeight: 650,
        fontSize: '0.9375rem',
        '@media (max-width: 339.95px)': { display: 'none' },
      }}
    >
      <Box component="svg" width={18} height={18} viewBox="0 0 32 32" aria-hidden sx={{ color: 'primary.main' }}>
        <path d="M20 3a13 13 0 1 0 9 19A11 11 0 0 1 20 3z" fill="currentColor" />
      </Box>
      <Box component="span" sx={{ '@media (max-width: 479.95px)': visuallyHidden }}>
        Vesper
      </Box>
    </Box>
  );
}
