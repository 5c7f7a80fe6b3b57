import { Box, ButtonBase } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import type { ClockView } from '#contract/simulation.ts';
import { dayIn, timeIn, viewerZone } from '#src/shared/time/format.ts';
import { Announcement, visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { lazyComponent } from '#src/shared/ui/lazy-component.tsx';
import { clockQuery } from './queries.ts';
import { useSimulatedNow } from './use-simulated-now.ts';

const ClockPopover = lazyComponent(() => import('./clock-popover.tsx').then((m) => m.ClockPopover));

/** The simulated clock in the top bar: what it shows, how fast it runs, and the panel that sets it. */
export function ClockControl() {
  const { data: clock } = useQuery(clockQuery);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [announcement, setAnnouncement] = useState('');
  return (
    <>
      <ButtonBase
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        {...ClockPopover.onIntent}
        onClick={(event) => {
          setAnchor(event.currentTarget);
        }}
        sx={{
          minHeight: 32,
          flex: 'none',
          px: { xs: 2, md: 2.5 },
          gap: 1.5,
          borderRadius: 1.5,
          border: '1px solid',
          borderColor: 'vesper.strongLine',
          fontFamily: 'inherit',
          fontSize: '0.8125rem',
          whiteSpace: 'nowrap',
          '&:hover': { backgroundColor: 'action.hover' },
        }}
      >
        <ClockFace clock={clock} />
      </ButtonBase>
      <Announcement>{announcement}</Announcement>
      {anchor && (
        <Suspense fallback={null}>
          <ClockPopover
            anchor={anchor}
            clock={clock}
            onChanged={setAnnouncement}
            onClose={() => {
              setAnchor(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}

function ClockFace({ clock }: { clock: ClockView | undefined }) {
  const now = useSimulatedNow();
  const zone = viewerZone();
  const rate = clock && (clock.paused ? 'paused' : `×${String(clock.rate)}`);
  return (
    <>
      <Box component="span" sx={{ color: 'text.secondary', ...hiddenBelow(1200) }}>
        Simulated time
      </Box>{' '}
      <Box component="span" sx={{ fontWeight: 600, ...hiddenBelow(760) }}>
        {clock ? dayIn(zone, now) : ''}
      </Box>{' '}
      <Box component="span" sx={{ fontWeight: 600, ml: -0.5 }}>
        {clock ? timeIn(zone, now) : '…'}
      </Box>{' '}
      <Box
        component="span"
        sx={{ color: 'text.secondary', fontSize: '0.75rem', display: { xs: 'none', xl: 'inline' } }}
      >
        {zone}
      </Box>{' '}
      {rate && (
        <Box component="span" sx={{ fontWeight: 600, color: clock.real ? 'text.secondary' : 'vesper.now' }}>
          {rate}
        </Box>
      )}
    </>
  );
}

// Gone from sight only: the button's name is the same at every width, in pixels.
const hiddenBelow = (width: number) => ({ [`@media (max-width: ${String(width - 0.05)}px)`]: visuallyHidden });
