import type { Answer, Parsed } from '#contract/operations.ts';
import type { RunSort, RunView } from '#contract/tasks.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { canStartByHand, runStateLabels, startOf, stateAt, type Run } from '#domain/response/run.ts';
import { describeScanStart } from '#domain/schedule/scan-start.ts';
import type { Task } from '#domain/response/task.ts';
import { need, nowOf, type Backend } from './backend.ts';
import { compareText, matches, pageOfRows } from './page.ts';
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
  const direction = query.order === 'asc' ? 1 : -1;
  const sorted = found.sort(
    (a, b) => direction * compare[query.sort](a.run, b.run, nowMs) || compareText(a.device.name, b.device.name),
  );
  return {
    rows: pageOfRows(sorted, query).map(({ run, device, task }) => viewOf(run, device, task, nowMs)),
    total: found.length,
    page: query.page,
    pageSize: query.pageSize,
    asOf: toInstant(nowMs),
  };
}

const compare: Record<RunSort, (a: Run, b: Run, nowMs: number) => number> = {
  device: (a, b) => compareText(a.deviceId, b.deviceId),
  state: (a, b, nowMs) => compareText(runStateLabels[stateAt(a, nowMs)], runStateLabels[stateAt(b, nowMs)]),
  // What has no start comes last: it depends on a person or on the device's return.
  start: (a, b) => {
    const [startA, startB] = [startOf(a), startOf(b)];
    if (startA === startB) return 0;
    if (startA === null) return 1;
    if (startB === null) return -1;
    return startA - startB;
  },
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
