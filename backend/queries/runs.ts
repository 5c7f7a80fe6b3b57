import type { Answer, Parsed } from '#contract/operations.ts';
import type { RunView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { canStartByHand, startOf, stateAt, type Run } from '#domain/response/run.ts';
import { runStateLabels } from '#domain/response/run-state.ts';
import type { Task } from '#domain/response/task.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import { indexOfDevice } from '../runs/roster.ts';
import { runStatesAt } from '../runs/run-states.ts';
import { runAt } from '../runs/task-runs.ts';
import { currentTimeMs, type RequestContext } from '../request-context.ts';
import { lookup } from './lookup.ts';
import { loadTaskRunSet } from './task-run-sets.ts';
import { compareText, emptyLast, matches, pageOfRows } from './page.ts';
import { retainedTasks } from './retention.ts';
import { matchingIndexes, namesOf, sortIndexes, type NamedRunSet } from './run-places.ts';
import { lookupTask } from './tasks.ts';

/** The runs of a task, device by device. */
export async function listTaskRuns(
  context: RequestContext,
  { params, query }: Parsed<'taskRuns'>,
): Promise<Answer<'taskRuns'>> {
  const now = await currentTimeMs(context);
  const task = await lookupTask(context, params.taskId, now);
  const runSet = await loadNamedRunSet(context, task);
  const found = matchingIndexes(runSet, query, now);
  const { startableAt } = runStatesAt(runSet, now);
  const rows = pageOfRows([...sortIndexes(runSet, found, query, now)], query).map((place) => {
    const run = runAt(runSet, place);
    return runView(run, { id: run.deviceId, name: runSet.names[place] ?? run.deviceId }, task, now);
  });
  return {
    rows,
    total: found.length,
    startable: found.reduce((sum, place) => sum + (startableAt(place) ? 1 : 0), 0),
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(now),
  };
}

/** The runs of a task with the names that a list of them shows and searches. @throws Problem `not-found` */
export async function loadNamedRunSet(context: RequestContext, task: Task): Promise<NamedRunSet> {
  const runSet = await loadTaskRunSet(context, task.id);
  return { ...runSet, names: namesOf(runSet.roster, await context.store.all('devices')), taskName: task.name };
}

/** The local tasks of a device: its share of every task that is still kept. */
export async function listDeviceRuns(
  context: RequestContext,
  { params, query }: Parsed<'deviceRuns'>,
): Promise<Answer<'deviceRuns'>> {
  const device = await lookup(context, 'devices', params.deviceId);
  const now = await currentTimeMs(context);
  const shares = await Promise.all(
    (await retainedTasks(context, now)).map(async (task) => {
      const runSet = await loadTaskRunSet(context, task.id);
      const place = indexOfDevice(runSet.roster, device.id);
      return place < 0 ? [] : [{ task, run: runAt(runSet, place) }];
    }),
  );
  const found = shares
    .flat()
    .filter(({ run }) => query.state === undefined || stateAt(run, now) === query.state)
    .filter(({ task }) => matches(query.search, [device.name, task.name]))
    .sort(
      (a, b) =>
        emptyLast(runSortKey(a.run, query.sort, now), runSortKey(b.run, query.sort, now), query.order) ||
        compareText(a.task.id, b.task.id),
    );
  return {
    rows: pageOfRows(found, query).map(({ run, task }) => runView(run, device, task, now)),
    total: found.length,
    startable: found.filter(({ run }) => canStartByHand(run, now)).length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(now),
  };
}

function runSortKey(run: Run, sort: Parsed<'deviceRuns'>['query']['sort'], nowMs: number): string | number | null {
  switch (sort) {
    case 'device':
      return run.deviceId;
    // Tasks are numbered in the order of their creation.
    case 'task':
      return run.taskId;
    case 'state':
      return runStateLabels[stateAt(run, nowMs)];
    // What has no start comes last: it depends on a person or on the device's return.
    case 'start':
      return startOf(run);
    default:
      return sort satisfies never;
  }
}

/** A run as the lists show it. */
export function runView(run: Run, device: Pick<Device, 'id' | 'name'>, task: Task, nowMs: number): RunView {
  const start = startOf(run);
  const byHand = run.startedByHand !== null;
  const window = !byHand && 'occurrence' in run.plan ? run.plan.occurrence : null;
  const { source } = run;
  return {
    id: run.id,
    taskId: task.id,
    taskName: task.name,
    device: { id: device.id, name: device.name, timeZone: run.zone },
    state: stateAt(run, nowMs),
    scope: run.scanning.scope,
    scanStart: describeScanStart(run.scanning.start),
    because: byHand ? 'by-hand' : run.plan.because,
    start: start === null ? null : toInstant(start),
    end: start === null ? null : toInstant(start + run.durationMs),
    window: window && { opensAt: toInstant(window.opensAtMs), closesAt: toInstant(window.closesAtMs) },
    decidedBy: source.kind,
    policy: 'policyId' in source ? { id: source.policyId, name: source.policyName } : null,
    startable: canStartByHand(run, nowMs),
    startedBy: run.startedByHand?.by ?? null,
  };
}
