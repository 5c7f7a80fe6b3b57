import { Box } from '@mui/material';
import type { RunSort, RunView } from '#contract/tasks.ts';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import type { PolicyId } from '#domain/ids.ts';
import { dayTimeIn } from '#src/shared/time/format.ts';
import { AllowedButton } from '#src/shared/rights/allowed-button.tsx';
import type { Column } from '#src/shared/ui/table/column.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { RunStateLabel } from './run-state-label.tsx';
import {
  decidedByWords,
  scopeShort,
  startInDeviceTime,
  whyNotStartable,
  whyPhrase,
  whyShort,
  windowShort,
  windowWords,
} from './run-words.ts';

export type RunColumn = Column<RunView, RunSort>;

const none = '–';

export const stateColumn: RunColumn = {
  id: 'state',
  title: 'State',
  sort: 'state',
  cell: (run) => <RunStateLabel state={run.state} />,
};

/** The start in the device's time with the offset; the tooltip has the zone. */
export const deviceStartColumn: RunColumn = {
  id: 'start',
  title: 'Start (device time)',
  sort: 'start',
  cell: (run) => <span title={run.device.timeZone}>{startInDeviceTime(run) ?? none}</span>,
};

/** The scan window in the device's time. */
export const windowColumn: RunColumn = {
  id: 'window',
  title: 'Window (device time)',
  cell: (run) => (
    <span title={run.window ? `${windowWords(run.window, run.device.timeZone)}, ${run.device.timeZone}` : undefined}>
      {run.window ? windowShort(run.window, run.device.timeZone) : none}
    </span>
  ),
};

/** The start in the display zone. */
export const viewerStartColumn = (zone: string): RunColumn => ({
  id: 'viewer',
  title: `Start (${zone})`,
  cell: (run) => (run.start === null ? none : dayTimeIn(zone, run.start)),
});

export const scopeColumn: RunColumn = {
  id: 'scope',
  title: 'Scope',
  cell: (run) => <span title={scanScopeLabels[run.scope]}>{scopeShort[run.scope]}</span>,
};

/**
 * The reason of the start, which opens *What decided the start of this run?*
 * @param nameOf identifies a run in accessible names
 */
export const whyColumn = (decisions: (run: RunView) => void, nameOf: (run: RunView) => string): RunColumn => ({
  id: 'why',
  title: 'Because',
  cell: (run) => (
    <TextButton
      aria-haspopup="dialog"
      // The accessible name must start with the visible text ([WCAG 2.5.3](https://www.w3.org/TR/WCAG22/#label-in-name)).
      aria-label={`${whyShort(run)}. What decided the start of this run? ${nameOf(run)}`}
      title={`${whyPhrase(run)}. What decided it?`}
      onClick={() => {
        decisions(run);
      }}
    >
      {whyShort(run)}
    </TextButton>
  ),
});

/** The user who started it manually. */
export const startedByColumn: RunColumn = {
  id: 'started-by',
  title: 'Started by',
  cell: ({ startedBy }) => startedBy ?? none,
};

/** States in which current settings still change the run; a started run keeps its settings. */
const openStates: readonly RunView['state'][] = ['waiting', 'not-started', 'waiting-for-device', 'zone-unknown'];

/** The source of the settings, with links to the policy and, while settings can still change the run, to *Why?* */
export const decidedColumn = (open: (id: PolicyId) => void, why: (run: RunView) => void): RunColumn => ({
  id: 'decided',
  title: 'Decided by',
  cell: (run) => {
    const { who, how } = decidedByWords(run);
    const { policy } = run;
    return (
      <Box component="span" sx={{ display: 'flex', gap: 1.5, alignItems: 'center', maxWidth: 260 }}>
        {policy ? (
          <TextButton
            onClick={() => {
              open(policy.id);
            }}
          >
            {who}
          </TextButton>
        ) : (
          who
        )}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {how}
        </Box>
        {openStates.includes(run.state) && (
          <TextButton
            aria-haspopup="dialog"
            aria-label={`Why? ${run.device.name}`}
            onClick={() => {
              why(run);
            }}
          >
            Why?
          </TextButton>
        )}
      </Box>
    );
  },
});

/**
 * *Start* for a startable run; otherwise the tooltip gives the reason.
 * @param denied why the signed-in user may not start runs; null if allowed
 */
export const byHandColumn = (
  start: (run: RunView) => void,
  nameOf: (run: RunView) => string,
  denied: string | null,
): RunColumn => ({
  id: 'by-hand',
  title: 'By hand',
  cell: (run) =>
    run.startable ? (
      <AllowedButton
        disabledReason={denied}
        aria-label={`Start ${nameOf(run)}`}
        onClick={() => {
          start(run);
        }}
      >
        Start
      </AllowedButton>
    ) : (
      <Box component="span" sx={{ color: 'text.secondary' }} title={whyNotStartable(run) ?? undefined}>
        {none}
      </Box>
    ),
});
