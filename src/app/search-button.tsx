import { Box, Button } from '@mui/material';
import { useColorScheme } from '@mui/material/styles';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { groupIdSchema } from '#domain/ids.ts';
import type { Action, FoundPlace } from '#src/features/search/entries.ts';
import { freshPlace, tabs, type Tab } from '#src/shared/navigation/place.ts';
import { useSession, whyMayNot } from '#src/shared/rights/why-may-not.ts';
import { hiddenFromSight } from '#src/shared/ui/announcement.tsx';
import { later } from '#src/shared/ui/later.tsx';
import { modeLabels, modes } from './theme-toggle.tsx';

const SearchPalette = later(() => import('#src/features/search/search-palette.tsx').then((m) => m.SearchPalette));

const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

interface SearchButtonProps {
  readonly scenario: string;
  readonly onSimulate: (() => void) | null;
  readonly onReset: () => void;
}

/** *Search or go to…* in the top bar and under Ctrl K, ⌘ K on Apple's keyboards. */
export function SearchButton({ scenario, onSimulate, onReset }: SearchButtonProps) {
  const [open, setOpen] = useState(false);
  const go = useGo();
  const actions = useActions(onSimulate, onReset);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  }, []);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        {...SearchPalette.onIntent}
        aria-keyshortcuts={onApple ? 'Meta+K' : 'Control+K'}
        onClick={() => {
          setOpen(true);
        }}
        sx={{ gap: 2, px: { xs: 2, md: 2.5 }, minWidth: 32, fontWeight: 400, flex: 'none' }}
      >
        <Box component="span" sx={{ color: 'text.secondary', '@media (max-width: 1199.95px)': hiddenFromSight }}>
          Search or go to…
        </Box>{' '}
        <Box component="svg" width={14} height={14} viewBox="0 0 14 14" aria-hidden sx={{ display: { lg: 'none' } }}>
          <circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M9.5 9.5 13 13" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
        </Box>
        <Box component="span" sx={{ fontWeight: 600, '@media (max-width: 899.95px)': hiddenFromSight }}>
          {onApple ? '⌘ K' : 'Ctrl K'}
        </Box>
      </Button>
      {open && (
        <Suspense fallback={null}>
          <SearchPalette
            scenario={scenario}
            actions={actions}
            onGo={go}
            onClose={() => {
              setOpen(false);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

const tabNames: Readonly<Record<Tab, string>> = {
  devices: 'Devices',
  policies: 'Policies',
  tasks: 'Tasks',
  schedule: 'Schedule',
};

function useActions(onSimulate: (() => void) | null, onReset: () => void): Action[] {
  const { mode, setMode } = useColorScheme();
  const navigate = useNavigate();
  const session = useSession();
  const group = groupIdSchema.safeParse(useParams({ strict: false }).groupId);
  const toTab = (tab: Tab) => ({
    name: `Go to ${tabNames[tab]}`,
    whyNot: null,
    run: () => {
      if (group.success)
        void navigate({ to: '/groups/$groupId/$tab', params: { groupId: group.data, tab }, search: freshPlace });
    },
  });
  return [
    ...(onSimulate
      ? [{ name: 'Simulate a detection', whyNot: whyMayNot(session, ['simulate']), run: onSimulate }]
      : []),
    ...(group.success ? tabs.map(toTab) : []),
    ...modes
      .filter((choice) => choice !== mode)
      .map((choice) => ({
        name: `Theme: ${modeLabels[choice].toLowerCase()}`,
        whyNot: null,
        run: () => {
          setMode(choice);
        },
      })),
    { name: 'Reset demo data', whyNot: whyMayNot(session, ['reset-data']), run: onReset },
  ];
}

/** Goes to what was found: a group on the tab one is on, anything else in the window of its group's tab. */
function useGo() {
  const navigate = useNavigate();
  const { tab: current } = useParams({ strict: false });
  return (place: FoundPlace) => {
    const { tab, search } = windowOf(place, tabs.find((name) => name === current) ?? 'devices');
    void navigate({
      to: '/groups/$groupId/$tab',
      params: { groupId: place.groupId, tab },
      search: (before) => ({ ...freshPlace(before), ...search }),
    });
  };
}

function windowOf(place: FoundPlace, current: Tab) {
  switch (place.kind) {
    case 'group':
      return { tab: current, search: {} };
    case 'device':
      return { tab: 'devices' as const, search: { device: place.id } };
    case 'policy':
      return { tab: 'policies' as const, search: { policy: place.id } };
    case 'task':
      return { tab: 'tasks' as const, search: { task: place.id } };
    default:
      return place satisfies never;
  }
}
