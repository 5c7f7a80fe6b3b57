import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import type { TaskView } from '#contract/tasks.ts';
import { runStateLabels, type RunState } from '#domain/response/run-state.ts';
import { visuallyHidden } from '#src/shared/ui/feedback/announcement.tsx';
import { statesPresent } from './run-words.ts';
import { RunStateMark, runStateColours } from './run-state-label.tsx';

/** Short labels of the states; screen readers get the full ones. */
const shortLabels: Readonly<Record<RunState, string>> = {
  'not-started': 'Not started',
  'waiting-for-device': 'Offline',
  'zone-unknown': 'No time zone',
  waiting: 'Waiting',
  running: 'Running',
  'completed-clean': 'Clean',
  'completed-found': 'IOC found',
};

/** Runs by state: a stacked bar and the counts. */
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

/** `Not started 112, Running 4`: the states with runs. */
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
        // Counts take precedence in a narrow cell.
        '@container (max-width: 320px)': { display: 'none' },
        gap: '1px',
        width: 48,
        height: 6,
        borderRadius: '3px',
        overflow: 'hidden',
      }}
    >
      {states.map((state) => (
        // At least two pixels, so that one run among thousands stays visible.
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

/** Filters runs by state, with the counts on the buttons. */
export function StateFilter({ counts, total, chosen, onChoose }: StateFilterProps) {
  // The selected state stays visible when its count becomes 0.
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
