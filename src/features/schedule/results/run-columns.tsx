import { Box } from '@mui/material';
import type { forecastRunSorts, ForecastRun } from '#contract/forecast.ts';
import type { DeviceId, PolicyId } from '#domain/ids.ts';
import { scanScopeLabels } from '#domain/policy/settings.ts';
import { dayTimeFrom, offsetIn } from '#src/shared/time/format.ts';
import { unknownZoneText } from '#src/shared/time/unknown-zone-text.ts';
import type { Column } from '#src/shared/ui/table/column.ts';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { LockIcon } from './lock-icon.tsx';
import { describeDecision, fateLabels, scopeShort, windowShort, describeWindow } from './run-text.ts';

export type ForecastRunSort = (typeof forecastRunSorts)[number];
type RunColumn = Column<ForecastRun, ForecastRunSort>;

interface RunActions {
  readonly openDevice: (id: DeviceId) => void;
  readonly openPolicy: (id: PolicyId) => void;
  readonly why: (id: DeviceId) => void;
}

/** The columns that are hidden until somebody asks for them. */
export const hiddenRunColumns = 'fate detected scanStart';

const none = '–';

/**
 * The columns of the runs.
 * @param serverZone the server's, in which each start stands a second time
 * @param asOf the simulated now: dates of its year are said without it
 */
export function runColumns(
  serverZone: string,
  asOf: string,
  { openDevice, openPolicy, why }: RunActions,
): readonly RunColumn[] {
  const plain = (id: string, title: string, text: (run: ForecastRun) => string, sort?: ForecastRunSort): RunColumn => ({
    id,
    title,
    cell: (run) => text(run) || none,
    ...(sort ? { sort } : {}),
  });
  return [
    {
      ...plain('device', 'Device', ({ device }) => device.name, 'device'),
      cell: ({ device }) => (
        <TextButton
          onClick={() => {
            openDevice(device.id);
          }}
        >
          {device.name}
        </TextButton>
      ),
    },
    plain('group', 'Group', ({ group }) => group.name, 'group'),
    plain(
      'zone',
      'Time zone',
      ({ device, createdAt, fate }) =>
        fate === 'zone-unknown'
          ? unknownZoneText(device.timeZone)
          : `${device.timeZone} ${offsetIn(device.timeZone, createdAt)}`,
      'zone',
    ),
    plain('fate', 'What it does', ({ fate }) => fateLabels[fate]),
    {
      id: 'window',
      title: 'Window (device time)',
      cell: (run) => <span title={describeWindow(run)}>{windowShort(run)}</span>,
    },
    {
      id: 'start',
      title: 'Sample start (device time)',
      sort: 'start',
      cell: ({ start, device }) =>
        start === null ? (
          none
        ) : (
          <span title={`UTC${offsetIn(device.timeZone, start)}`}>{dayTimeFrom(device.timeZone, start, asOf)}</span>
        ),
    },
    {
      id: 'server',
      title: `Server time (${serverZone})`,
      cell: ({ start }) => (start === null ? none : dayTimeFrom(serverZone, start, asOf)),
    },
    {
      id: 'scope',
      title: 'Scope',
      cell: ({ scope }) => <span title={scanScopeLabels[scope]}>{scopeShort[scope]}</span>,
    },
    {
      id: 'decided',
      title: 'Decided by',
      sort: 'decision',
      cell: (run) => (
        <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          {run.decidedBy === 'locked-by-policy' && <LockIcon />}
          <Decider run={run} openPolicy={openPolicy} />
          <TextButton
            aria-haspopup="dialog"
            aria-label={`Why? ${run.device.name}`}
            onClick={() => {
              why(run.device.id);
            }}
          >
            Why?
          </TextButton>
        </Box>
      ),
    },
    plain('scanStart', 'Scan start', ({ scanStart }) => scanStart),
    {
      id: 'detected',
      title: `Detected (${serverZone})`,
      cell: ({ detectedAt }) => dayTimeFrom(serverZone, detectedAt, asOf),
    },
  ];
}

function Decider({ run, openPolicy }: { run: ForecastRun; openPolicy: RunActions['openPolicy'] }) {
  const { policy } = run;
  const byPolicy = run.decidedBy === 'locked-by-policy' || run.decidedBy === 'policy-not-enforced';
  if (!policy || !byPolicy) return <span>{describeDecision(run)}</span>;
  return (
    <>
      <TextButton
        onClick={() => {
          openPolicy(policy.id);
        }}
      >
        {policy.name}
      </TextButton>
      <span>· {run.saved ? `rev ${String(run.saved.revision)}` : 'draft'}</span>
    </>
  );
}
