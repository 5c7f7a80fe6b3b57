import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';

/** The preview of what saving a window will change. */
export interface WindowEffects {
  /** `112 devices · 43 waiting runs`, or the error; null while loading. */
  readonly inShort: string | null;
  readonly failed: boolean;
  /** False while the preview belongs to an earlier edit. */
  readonly fresh: boolean;
  /** Null if there are none. */
  readonly details: ReactNode;
  /** A link or button: to compare the edit with the current state, or to do first; may be null. */
  readonly wayOn: ReactNode;
}

const detailsId = 'window-effects';

interface EffectsLineProps {
  readonly effects: WindowEffects | null;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The line in the footer. Its live region stays mounted, so that a new result is announced. */
export function EffectsLine({ effects, open, onOpen }: EffectsLineProps) {
  return (
    <Box sx={{ display: 'flex', gap: 2, minHeight: effects ? 24 : 0, minWidth: 0, alignItems: 'center' }}>
      {effects?.inShort === null && (
        <Typography aria-hidden color="textSecondary" noWrap>
          Working out what will change…
        </Typography>
      )}
      <Typography
        role="status"
        noWrap
        title={effects?.inShort ?? undefined}
        sx={{
          color: effects?.failed ? 'error.main' : 'text.secondary',
          opacity: effects && !effects.fresh ? 0.6 : 1,
        }}
      >
        {effects?.inShort}
      </Typography>
      {effects && effects.details !== null && (
        <Box sx={{ flex: 'none' }}>
          <TextButton
            aria-expanded={open}
            aria-controls={open ? detailsId : undefined}
            onClick={() => {
              onOpen(!open);
            }}
          >
            What will change
          </TextButton>
        </Box>
      )}
      {effects && <Box sx={{ flex: 'none' }}>{effects.wayOn}</Box>}
    </Box>
  );
}

/** The details between form and footer; the form stays visible. */
export function EffectsDetails({ effects }: { effects: WindowEffects }) {
  return (
    <Box
      id={detailsId}
      component="section"
      role="region"
      aria-label="What will change"
      tabIndex={0}
      sx={{
        flex: 'none',
        maxHeight: '32%',
        overflow: 'auto',
        px: 5,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.default',
        '@media (max-height: 420px)': { maxHeight: 'none' },
      }}
    >
      {effects.details}
    </Box>
  );
}
