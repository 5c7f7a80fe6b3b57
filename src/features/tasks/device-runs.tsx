import { Alert } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeviceId } from '#domain/ids.ts';
import { sentenceOf } from '#src/shared/api/problem.ts';
import { noWindow, useSetPlace } from '#src/shared/navigation/place.ts';
import { EmptyState, FailedState, LoadingRows } from '#src/shared/ui/page-states.tsx';
import { TextButton } from '#src/shared/ui/text-button.tsx';
import { deviceRunsQuery, startRuns } from './queries.ts';
import { RunTable } from './run-table.tsx';

/** The local tasks of a device: its run of every task, live. */
export function DeviceRuns({ deviceId }: { deviceId: DeviceId }) {
  const runs = useQuery(deviceRunsQuery(deviceId, { pageSize: 100 }));
  const setPlace = useSetPlace();
  const start = useMutation(startRuns(useQueryClient()));
  if (runs.isPending) return <LoadingRows label="Loading local tasks" rows={4} />;
  if (!runs.data) return <FailedState what="The local tasks" error={runs.error} onRetry={() => void runs.refetch()} />;
  if (runs.data.total === 0) {
    return (
      <EmptyState title="No IOC Scan task concerns this device">A detection in its group would create one.</EmptyState>
    );
  }
  return (
    <>
      {start.isError && <Alert severity="error">{sentenceOf(start.error)}</Alert>}
      <RunTable
        label="Local tasks"
        rows={runs.data.rows}
        subject={{
          title: 'Task',
          cell: (run) => (
            <TextButton
              onClick={() => {
                setPlace({ ...noWindow, task: run.taskId });
              }}
            >
              {run.taskName}
            </TextButton>
          ),
        }}
        onStart={(run) => {
          start.mutate({ taskId: run.taskId, runs: [run.id] });
        }}
      />
    </>
  );
}
