import { Box, Button } from '@mui/material';
import { Suspense, useState } from 'react';
import { roleNames } from '#contract/rights.ts';
import { useSession } from '#src/shared/rights/denial-reason.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import type { GlobalDialog } from './global-dialog.ts';

const SessionItems = lazyComponent(() => import('./session-items.tsx').then((m) => m.SessionMenuItems));

interface SessionMenuProps {
  /** Opens the dialog of that name; null where there is no group to simulate in. */
  readonly onSimulate: (() => void) | null;
  readonly onDialog: (over: GlobalDialog) => void;
}

/** Who is signed in, the theme, the data sets, and the way back to how this one was at first. */
export function SessionMenu({ onSimulate, onDialog }: SessionMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const world = useSession();
  const user = world?.user ?? 'Session';
  return (
    <>
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        {...SessionItems.onIntent}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{ px: { xs: 2, sm: 3.5 }, minWidth: 0 }}
      >
        <Box component="span" sx={{ '@media (max-width: 899.95px)': visuallyHidden }}>
          {user}
        </Box>
        {world && (
          <Box
            component="span"
            sx={{ ml: 1.5, color: 'text.secondary', fontWeight: 400, '@media (max-width: 1439.95px)': visuallyHidden }}
          >
            {roleNames[world.role]}
          </Box>
        )}
        <Box component="span" aria-hidden sx={{ display: { md: 'none' } }}>
          {user.replace(/[^A-Z]/g, '')}
        </Box>
      </Button>
      {anchor && (
        <Suspense fallback={null}>
          <SessionItems
            anchor={anchor}
            world={world}
            onSimulate={onSimulate}
            onDialog={onDialog}
            onClose={() => {
              setAnchor(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
