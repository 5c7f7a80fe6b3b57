import { Box, Popover } from '@mui/material';
import type { ClockView } from '#contract/simulation.ts';
import { ClockPanel } from './clock-panel.tsx';

interface ClockPopoverProps {
  readonly anchor: HTMLElement;
  /** Undefined until the backend has answered. */
  readonly clock: ClockView | undefined;
  readonly onChanged: (announcement: string) => void;
  readonly onClose: () => void;
}

/** The panel that sets the simulated clock, beneath the clock. */
export function ClockPopover({ anchor, clock, onChanged, onClose }: ClockPopoverProps) {
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-label': 'Simulated clock',
          sx: { mt: 1, width: 400, maxWidth: 'calc(100vw - 16px)', border: '1px solid', borderColor: 'divider' },
        },
      }}
    >
      {clock ? (
        <ClockPanel clock={clock} onChanged={onChanged} />
      ) : (
        <Box sx={{ p: 4 }}>The simulated clock is not known yet: the backend has not answered.</Box>
      )}
    </Popover>
  );
}
