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

/** The state of a run. */
export const stateColumn: RunColumn = {
  id: 'state',
  title: 'State',
  sort: 'state',
  cell: (run) => <RunStateLabel state={run.state} />,
};

/** Its start in its own device's time; the zone's offset stands beside it, the zone's name in the title. */
export const deviceStartColumn: RunColumn = {
  id: 'start',
  title: 'Start (device time)',
  sort: 'start',
  cell: (run) => <span title={run.device.timeZone}>{startInDeviceTime(run) ?? none}</span>,
};

/** The window it is planned in, in its own device's time. */
export const windowColumn: RunColumn = {
  id: 'window',
  title: 'Window (device time)',
  cell: (run) => (
    <span title={run.window ? `${windowWords(run.window, run.device.timeZone)}, ${run.device.timeZone}` : undefined}>
      {run.window ? windowShort(run.window, run.device.timeZone) : none}
    </span>
  ),
};

/** The same start in the viewer's time. */
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
 * Why it starts then, which opens *What decided the start of this run?*, for runs that are over too.
 * @param nameOf what tells a run from the others of the table
 */
export const whyColumn = (decisions: (run: RunView) => void, nameOf: (run: RunView) => string): RunColumn => ({
  id: 'why',
  title: 'Because',
  cell: (run) => (
    <TextButton
      aria-haspopup="dialog"
      // What is read begins with what is seen.
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

/** Who started it by hand. Its instant is that of the start. */
export const startedByColumn: RunColumn = {
  id: 'started-by',
  title: 'Started by',
  cell: ({ startedBy }) => startedBy ?? none,
};

/** States in which what the device obeys now still decides; a run that has started keeps what it was started with. */
const undecided: readonly RunView['state'][] = ['waiting', 'not-started', 'waiting-for-device', 'zone-unknown'];

/** Who decided; a policy's name opens it, and *Why?* the explanation, while the settings can still change the run. */
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
        {undecided.includes(run.state) && (
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
 * *Start*, where a run can be started; elsewhere the reason stands in the title.
 * @param denied why the person signed in may start none; null when they may
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
