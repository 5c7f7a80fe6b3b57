import { Alert, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunView } from '#contract/tasks.ts';
import type { DeviceId } from '#domain/ids.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { asOfWords, LiveNotice } from '#src/shared/live/live-notice.tsx';
import { useAsOf } from '#src/shared/live/pulse-status.ts';
import { closedWindowParams, useSearchParams, useSetSearchParams } from '#src/shared/navigation/route-location.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { QueryTable } from '#src/shared/ui/table/query-table.tsx';
import { EmptyState } from '#src/shared/ui/feedback/page-states.tsx';
import { TextButton } from '#src/shared/ui/controls/text-button.tsx';
import { DecisionsDialog } from './decisions-dialog.tsx';
import { deviceRunsQuery, startRuns } from './queries.ts';
import {
  byHandColumn,
  decidedColumn,
  deviceStartColumn,
  stateColumn,
  whyColumn,
  type RunColumn,
} from './run-columns.tsx';
import { startedWords } from './run-words.ts';
import { useRunsSearch } from './use-runs-search.ts';

const pageSize = 25;
/** The local tasks of a device: its run of each task, newest first, live. */
export function DeviceRuns({ deviceId }: { deviceId: DeviceId }) {
  const list = useRunsSearch({ sort: 'task', order: 'desc' });
  const runs = useQuery(deviceRunsQuery(deviceId, { ...list.sorting, page: list.page, pageSize }));
  const asOf = useAsOf(runs);
  const setPlace = useSetSearchParams();
  const { decisionsOf } = useSearchParams('decisionsOf');
  const start = useMutation(startRuns(useQueryClient()));
  const denied = useDenialReason('start-scans');
  const columns = localColumns({
    denied,
    onTask: (run) => {
      setPlace({ ...closedWindowParams, task: run.taskId });
    },
    onPolicy: (policy) => {
      setPlace({ ...closedWindowParams, policy, section: 'threat-response' });
    },
    onWhy: () => {
      setPlace({ why: 'additional' });
    },
    onDecisions: (run) => {
      setPlace({ decisionsOf: run.id });
    },
    onStart: (run) => {
      start.mutate({ taskId: run.taskId, runs: [run.id] });
    },
  });
  return (
    <>
      <QueryTable
        label="Local tasks"
        words={{ list: 'The local tasks', loading: 'Loading local tasks', noun: ['task', 'tasks'] }}
        query={runs}
        columns={columns}
        rowId={(run) => run.id}
        StaleNotice={LiveNotice}
        sorting={list.sorting}
        onSort={list.onSort}
        paging={list}
        note={runs.data && asOfWords(asOf ?? runs.data.asOf)}
        loadingRows={4}
        reservedHeight={370}
        notice={
          start.isError && (
            <Alert severity="error" sx={{ mb: 2 }}>
              Nothing was started. {sentenceOf(start.error)}
            </Alert>
          )
        }
        empty={
          <EmptyState title="No IOC Scan task concerns this device">
            A detection in its group would create one.
          </EmptyState>
        }
      />
      {decisionsOf && <DecisionsDialog runId={decisionsOf} />}
      <Typography role="status">{start.data ? startedWords(start.data) : ''}</Typography>
    </>
  );
}

interface LocalColumns {
  /** Why the signed-in user may not start runs; null if allowed. */
  readonly denied: string | null;
  readonly onTask: (run: RunView) => void;
  readonly onPolicy: Parameters<typeof decidedColumn>[0];
  readonly onWhy: () => void;
  readonly onDecisions: (run: RunView) => void;
  readonly onStart: (run: RunView) => void;
}

/** Without window and scope, which the window of the task shows. */
function localColumns({ denied, onTask, onPolicy, onWhy, onDecisions, onStart }: LocalColumns): readonly RunColumn[] {
  const nameOf = (run: RunView) => run.taskName;
  return [
    {
      id: 'task',
      title: 'Task',
      sort: 'task',
      grow: true,
      cell: (run) => (
        <TextButton
          onClick={() => {
            onTask(run);
          }}
        >
          {run.taskName}
        </TextButton>
      ),
    },
    stateColumn,
    deviceStartColumn,
    decidedColumn(onPolicy, onWhy),
    whyColumn(onDecisions, nameOf),
    byHandColumn(onStart, nameOf, denied),
  ];
}
