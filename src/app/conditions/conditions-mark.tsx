import { Box, Button } from '@mui/material';

/** Labels of the presets, repeated here because the panel loads after the first screen. */
const labels: Readonly<Record<string, string>> = {
  slow: 'Slow line',
  flaky: 'Flaky (10 %)',
  storm: 'Storm (30 %)',
  'storage-full': 'Storage full',
  'storage-refused': 'Storage refused',
};

/** Shows in the top bar that faults are simulated, and opens the panel. */
export function ConditionsMark({ text, onOpen }: { text: string; onOpen: () => void }) {
  const name = labels[text.replace(/,seed:\d+$/, '')] ?? 'Set by hand';
  return (
    <Button
      aria-haspopup="dialog"
      aria-label={`Conditions: ${name}`}
      title={`Conditions: ${name}. Requests of this tab fail or wait on purpose.`}
      onClick={onOpen}
      sx={{
        minWidth: 0,
        maxWidth: 160,
        px: 2,
        gap: 1.5,
        color: 'warning.main',
        borderColor: 'warning.main',
        whiteSpace: 'nowrap',
      }}
    >
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden style={{ flex: 'none' }}>
        <path d="M8 1 3 8h3l-1 5 6-7.5H7.5z" fill="currentColor" />
      </svg>
      {/* On a narrow screen only the icon is visible. */}
      <Box
        component="span"
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis', display: { xs: 'none', sm: 'inline' } }}
      >
        {name}
      </Box>
    </Button>
  );
}
