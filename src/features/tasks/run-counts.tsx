import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { TaskView } from '#contract/tasks.ts';
import { runStateLabels, type RunState } from '#domain/response/run-state.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { statesPresent } from './run-words.ts';
import { RunStateMark, runStateColours } from './run-state-label.tsx';

/** The states in one or two words, for the eye where there is little room. */
const shortLabels: Readonly<Record<RunState, string>> = {
  'not-started': 'Not started',
  'waiting-for-device': 'Offline',
  'zone-unknown': 'No time zone',
  waiting: 'Waiting',
  running: 'Running',
  'completed-clean': 'Clean',
  'completed-found': 'IOC found',
};

/** Runs by state: a bar of their shares before the exact numbers in words; what has no room comes in the next line. */
export function RunCounts({ counts }: { counts: TaskView['counts'] }) {
  const present = statesPresent(counts);
  return (
    <Box
      title={countWords(counts)}
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 2,
        containerType: 'inline-size',
        py: 1,
        typography: 'body2',
        lineHeight: '18px',
      }}
    >
      <CountBar counts={counts} states={present} />
      {present.map((state) => (
        <Box component="span" key={state} sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
          <RunStateMark state={state} />
          <span aria-hidden>
            {shortLabels[state]} {counts[state].toLocaleString('en')}
          </span>
          <Box component="span" sx={visuallyHidden}>
            {runStateLabels[state]} {counts[state].toLocaleString('en')}
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** `Not started 112, Running 4`: the states of which there are any. */
export const countWords = (counts: TaskView['counts']): string =>
  statesPresent(counts)
    .map((state) => `${runStateLabels[state]} ${String(counts[state])}`)
    .join(', ');

function CountBar({ counts, states }: { counts: TaskView['counts']; states: readonly RunState[] }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-flex',
        verticalAlign: 'middle',
        // Where room is short, the numbers have it.
        '@container (max-width: 320px)': { display: 'none' },
        gap: '1px',
        width: 48,
        height: 6,
        borderRadius: '3px',
        overflow: 'hidden',
      }}
    >
      {states.map((state) => (
        // A state of one run among thousands keeps two pixels: it may not vanish.
        <Box
          component="span"
          key={state}
          sx={{ flex: `${String(counts[state])} 0 2px`, backgroundColor: runStateColours[state] }}
        />
      ))}
    </Box>
  );
}

interface StateFilterProps {
  readonly counts: TaskView['counts'];
  readonly total: number;
  readonly chosen: RunState | null;
  readonly onChoose: (state: RunState | null) => void;
}

/** The same counts as buttons that leave only the runs of one state in sight. */
export function StateFilter({ counts, total, chosen, onChoose }: StateFilterProps) {
  // The chosen state stays in sight when its last run leaves it.
  const states = statesPresent(counts);
  const shown = chosen && !states.includes(chosen) ? [...states, chosen] : states;
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label="Runs by state"
      value={chosen ?? 'all'}
      onChange={(_, next: RunState | 'all' | null) => {
        onChoose(next === 'all' ? null : next);
      }}
      sx={{ flexWrap: 'wrap' }}
    >
      <ToggleButton value="all">All {total.toLocaleString('en')}</ToggleButton>
      {shown.map((state) => (
        <ToggleButton key={state} value={state} sx={{ gap: 1.5 }}>
          <RunStateMark state={state} />
          {runStateLabels[state]} {counts[state].toLocaleString('en')}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
