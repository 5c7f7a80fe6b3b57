import { Box } from '@mui/material';
import { runStateLabels, type RunState } from '#domain/response/run-state.ts';

/** The colour of each state as a palette path. Always shown with a label. */
export const runStateColours: Readonly<Record<RunState, string>> = {
  'not-started': 'vesper.strongLine',
  'waiting-for-device': 'vesper.now',
  'zone-unknown': 'warning.main',
  waiting: 'vesper.window',
  running: 'vesper.start',
  'completed-clean': 'text.secondary',
  'completed-found': 'error.main',
};

/** A small disc in the colour of a state; a square if an IOC was found. */
export function RunStateMark({ state }: { state: RunState }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-block',
        flex: 'none',
        width: 8,
        height: 8,
        borderRadius: state === 'completed-found' ? '1px' : '50%',
        // Hollow, because grey alone has too little contrast.
        ...(state === 'not-started' || state === 'zone-unknown'
          ? { border: '1.5px solid', borderColor: state === 'not-started' ? 'text.secondary' : 'warning.main' }
          : { backgroundColor: runStateColours[state] }),
      }}
    />
  );
}

export function RunStateLabel({ state }: { state: RunState }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' }}>
      <RunStateMark state={state} />
      {runStateLabels[state]}
    </Box>
  );
}
