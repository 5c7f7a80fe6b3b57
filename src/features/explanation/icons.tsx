import { Box, Typography } from '@mui/material';
import { lockLabels, type Lock } from '#domain/policy/settings.ts';

/** What a place of the chain is, as a shape: a group, a voice that wins, one that lost, one that is silent. */
export type StepIconKind = 'group' | 'wins' | 'lost' | 'not-set';

/** The shape on the line of the chain; its word stands beside it. 22 px wide and high. */
export function StepIcon({ mark: kind }: { mark: StepIconKind }) {
  return (
    <Box
      component="svg"
      width={22}
      height={22}
      viewBox="0 0 22 22"
      aria-hidden
      sx={{ display: 'block', color: kind === 'wins' ? 'primary.main' : 'text.secondary', '--paper': paper }}
    >
      {kind === 'group' && <circle cx="11" cy="11" r="3.5" fill="currentColor" />}
      {kind === 'wins' && (
        <>
          <circle cx="11" cy="11" r="10" fill="currentColor" />
          <path d="m6.5 11.3 3 3 6-6.4" fill="none" stroke="var(--paper)" strokeWidth="2" strokeLinecap="round" />
        </>
      )}
      {kind === 'lost' && (
        <>
          <circle cx="11" cy="11" r="7.5" fill="var(--paper)" stroke="currentColor" strokeWidth="1.25" />
          <path d="m8.5 8.5 5 5m0-5-5 5" stroke="currentColor" strokeWidth="1.25" strokeLinecap="round" />
        </>
      )}
      {kind === 'not-set' && (
        <circle
          cx="11"
          cy="11"
          r="7.5"
          fill="var(--paper)"
          stroke="currentColor"
          strokeWidth="1.25"
          strokeDasharray="2.6 2.6"
        />
      )}
    </Box>
  );
}

const paper = 'var(--vesper-palette-background-paper)';

/** A lock as a sign and a word. */
export function LockLabel({ lock }: { lock: Lock }) {
  return (
    <Typography
      component="span"
      variant="body2"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1,
        whiteSpace: 'nowrap',
        color: lock === 'closed' ? 'primary.main' : 'text.secondary',
      }}
    >
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden fill="none" stroke="currentColor" strokeWidth="1.25">
        <rect x="2" y="5.5" width="8" height="5.5" rx="1" fill={lock === 'closed' ? 'currentColor' : 'none'} />
        <path d={lock === 'closed' ? 'M4 5.5V3.5a2 2 0 0 1 4 0v2' : 'M4 5.5V3a2 2 0 0 1 3.8-.8'} />
      </svg>
      {lockLabels[lock]}
    </Typography>
  );
}
