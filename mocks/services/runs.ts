import type { Answer, Parsed } from '#contract/operations.ts';
import type { RunSort, RunView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { canStartByHand, runStateLabels, startOf, stateAt, type Run } from '#domain/response/run.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import type { Task } from '#domain/response/task.ts';
import { need, nowOf, type Backend } from './backend.ts';
import { compareText, emptyLast, matches, pageOfRows } from './page.ts';
import { keptTasks } from './retention.ts';
import { keptTask } from './tasks.ts';

/** The runs of a task, device by device. */
export async function taskRuns(backend: Backend, { params, query }: Parsed<'taskRuns'>): Promise<Answer<'taskRuns'>> {
  const now = await nowOf(backend);
  const task = await keptTask(backend, params.taskId, now);
  return pageOf(backend, await backend.store.where('runs', 'taskId', task.id), query, now);
}

/** The local tasks of a device: its share of every task that is still kept. */
export async function deviceRuns(
  backend: Backend,
  { params, query }: Parsed<'deviceRuns'>,
): Promise<Answer<'deviceRuns'>> {
  const device = await need(backend, 'devices', params.deviceId);
  return pageOf(backend, await backend.store.where('runs', 'deviceId', device.id), query, await nowOf(backend));
}

type RunQuery = Parsed<'taskRuns'>['query'];

async function pageOf(backend: Backend, runs: readonly Run[], query: RunQuery, nowMs: number) {
  const devices = new Map((await backend.store.all('devices')).map((device) => [device.id, device]));
  const tasks = new Map((await keptTasks(backend, nowMs)).map((task) => [task.id, task]));
  const found = runs
    .flatMap((run) => {
      const device = devices.get(run.deviceId);
      const task = tasks.get(run.taskId);
      return device && task ? [{ run, device, task }] : [];
    })
    .filter(({ run }) => query.state === undefined || stateAt(run, nowMs) === query.state)
    .filter(({ device, task }) => matches(query.search, [device.name, task.name]));
  const key = sortKeys[query.sort];
  const sorted = found.sort(
    (a, b) =>
      emptyLast(key(a.run, nowMs), key(b.run, nowMs), query.order) ||
      compareText(a.device.name, b.device.name) ||
      compareText(a.run.taskId, b.run.taskId),
  );
  return {
    rows: pageOfRows(sorted, query).map(({ run, device, task }) => viewOf(run, device, task, nowMs)),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(nowMs),
  };
}

const sortKeys: Record<RunSort, (run: Run, nowMs: number) => string | number | null> = {
  device: (run) => run.deviceId,
  // Tasks are numbered in the order of their creation.
  task: (run) => run.taskId,
  state: (run, nowMs) => runStateLabels[stateAt(run, nowMs)],
  // What has no start comes last: it depends on a person or on the device's return.
  start: startOf,
};

function viewOf(run: Run, device: Device, task: Task, nowMs: number): RunView {
  const start = startOf(run);
  const byHand = run.startedByHandMs !== null;
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
  };
}
