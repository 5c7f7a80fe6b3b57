import { mutationOptions, type QueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { runQuery, startRunsBody, taskListQuery } from '#contract/tasks.ts';
import { taskOfRun, type DeviceId, type GroupId, type RunId, type TaskId } from '#domain/ids.ts';
import { call } from '#src/shared/api/client.ts';
import { previousDataOf } from '#src/shared/api/previous-data.ts';
import { queryOf } from '#src/shared/api/queries.ts';
import { refreshAffected } from '#src/shared/live/refresh-affected.ts';

type RunQuery = z.input<typeof runQuery>;

/** Keeps the last rows of the same list while the next answer loads. */
const keepLastRows = (params: object) => ({ placeholderData: previousDataOf(params) });

export const groupTasksQuery = (groupId: GroupId, query: z.input<typeof taskListQuery>) => ({
  ...queryOf('groupTasks', { params: { groupId }, query }),
  ...keepLastRows({ groupId }),
});

/** Without placeholder: rows of another task must not appear. */
export const taskQuery = (taskId: TaskId) => queryOf('task', { params: { taskId } });

export const taskRunsQuery = (taskId: TaskId, query: RunQuery) => ({
  ...queryOf('taskRuns', { params: { taskId }, query }),
  ...keepLastRows({ taskId }),
});

export const deviceRunsQuery = (deviceId: DeviceId, query: RunQuery) => ({
  ...queryOf('deviceRuns', { params: { deviceId }, query }),
  ...keepLastRows({ deviceId }),
});

/** An IOC file never changes. */
export const iocFileQuery = (taskId: TaskId) => ({
  ...queryOf('taskIocFile', { params: { taskId } }),
  staleTime: Infinity,
});

/** The decisions about the start of a run since its task was created. */
export const runDecisionsQuery = (runId: RunId) =>
  queryOf('runDecisions', { params: { taskId: taskOfRun(runId), runId } });

export const taskTimelineQuery = (taskId: TaskId) => queryOf('taskTimeline', { params: { taskId } });

type StartRuns = z.input<typeof startRunsBody> & { readonly taskId: TaskId };

/** Starts runs of one task manually. Refetches after a failure too, which may mean that the lists were outdated. */
export const startRuns = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ taskId, ...body }: StartRuns) => call('startTask', { params: { taskId }, body }),
    onSettled: () => refreshAffected(client, 'startTask'),
  });

/** Starts every startable run on devices of the group and its subgroups. */
export const startGroup = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ groupId, expected }: { groupId: GroupId; expected: number }) =>
      call('startGroupTasks', { params: { groupId }, body: { expected } }),
    onSettled: () => refreshAffected(client, 'startGroupTasks'),
  });
