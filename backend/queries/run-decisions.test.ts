import { expect, test } from 'vitest';
import { deviceIdSchema, policyIdSchema, runIdSchema, taskIdSchema } from '#domain/ids.ts';
import { startOf } from '#domain/response/run.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { bodyOf } from '#mocks/testing/policy-body.ts';
import { atOnce, between, manually, scanning } from '#mocks/seed/vocabulary.ts';
import { allRunsOf, oneRun } from './testing/all-runs.ts';

const taskId = taskIdSchema.parse('task-0001');
const [kathmandu, away] = [deviceIdSchema.parse('ktm-lt-0001'), deviceIdSchema.parse('ber-ws-0003')];
const baseline = policyIdSchema.parse('baseline');
const hour = 3_600_000;

async function aTask() {
  const backend = createTestApp();
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  await backend.call('simulateDetection', { body: { deviceId: kathmandu, objects } });
  const decisionsOf = async (device: string) => {
    const runId = runIdSchema.parse(`task-0001.${device}`);
    return (await backend.call('runDecisions', { params: { taskId, runId } })).body;
  };
  const saveBaseline = async (start: ScanStart) => {
    const { body, etag } = await backend.call('policy', { params: { policyId: baseline } });
    const edit = bodyOf(body);
    const { additional } = edit.settings;
    const iocScanning = { ...additional.value.iocScanning, start };
    const settings = { ...edit.settings, additional: { ...additional, value: { ...additional.value, iocScanning } } };
    await backend.call('updatePolicy', {
      params: { policyId: baseline },
      body: { ...edit, settings },
      ifMatch: etag ?? '',
    });
  };
  return { backend, decisionsOf, saveBaseline };
}

test('a run says what it was created with, and what each edit of its policy made of it, revision by revision', async () => {
  const { backend, decisionsOf, saveBaseline } = await aTask();
  const created = {
    at: '2026-11-24T12:00:00.000Z',
    cause: 'created',
    scanStart: '20:00–07:00',
    because: 'outside-window',
    decidedBy: 'policy-not-enforced',
    policy: {
      id: baseline,
      name: 'Baseline',
      revision: 1,
      saved: { revision: 1, modifiedBy: 'M. Admin', modifiedAt: '2026-11-02T09:30:00.000Z' },
      exists: true,
    },
  };
  const first = await decisionsOf(kathmandu);
  expect(first.decisions).toMatchObject([created]);
  expect(first.decisions[0]?.start).toBe(first.run.start);

  backend.pass(hour);
  await saveBaseline(between('22:00', '23:00'));
  backend.pass(hour);
  await saveBaseline(atOnce);
  const after = await decisionsOf(kathmandu);
  expect(after.decisions).toMatchObject([
    { ...created, start: first.run.start },
    {
      at: '2026-11-24T13:00:00.000Z',
      cause: 'settings',
      scanStart: '22:00–23:00',
      policy: { revision: 2, saved: { modifiedBy: 'M. Admin', modifiedAt: '2026-11-24T13:00:00.000Z' } },
    },
    { at: '2026-11-24T14:00:00.000Z', cause: 'settings', because: 'immediate', policy: { revision: 3 } },
  ]);
  expect(after.decisions.at(-1)?.start).toBe(after.run.start);

  // Finished, and its policy changed since: it says the same.
  backend.pass(24 * hour);
  await saveBaseline(manually);
  const finished = await decisionsOf(kathmandu);
  expect(finished.run.state).toMatch(/^completed/);
  expect(finished.decisions).toEqual(after.decisions);
});

test('a device that comes back and a person who starts a run are decisions of their own', async () => {
  const { backend, decisionsOf } = await aTask();
  expect((await decisionsOf(away)).decisions).toMatchObject([{ cause: 'created', deviceOnline: false, start: null }]);
  backend.pass(hour);
  await backend.call('setDeviceStatus', { params: { deviceId: away }, body: { status: 'online' } });
  backend.pass(hour);
  const runId = runIdSchema.parse(`task-0001.${away}`);
  await backend.call('startTask', { params: { taskId }, body: { runs: [runId] } });
  const { run, decisions } = await decisionsOf(away);
  expect(decisions).toMatchObject([
    { at: '2026-11-24T12:00:00.000Z', cause: 'created' },
    { at: '2026-11-24T13:00:00.000Z', cause: 'returned', deviceOnline: true },
    { at: '2026-11-24T14:00:00.000Z', cause: 'by-hand', window: null, start: run.start },
  ]);
});

test('a run that no policy decided names none: neither in its decisions nor in the local tasks of its device', async () => {
  const { backend, decisionsOf } = await aTask();
  const params = { deviceId: kathmandu };
  backend.pass(hour);
  await backend.call('updateDeviceSettings', { params, body: { additional: scanning(atOnce) }, ifMatch: '"0"' });
  const { decisions } = await decisionsOf(kathmandu);
  expect(decisions.map(({ decidedBy, policy }) => [decidedBy, policy?.name ?? null])).toEqual([
    ['policy-not-enforced', 'Baseline'],
    ['device', null],
  ]);
  const { rows } = (await backend.call('deviceRuns', { params })).body;
  expect(rows.map(({ decidedBy, policy }) => [decidedBy, policy])).toEqual([['device', null]]);
});

test('going back to real time keeps a run that had started by then, and one whose device is gone', async () => {
  const { backend } = await aTask();
  const early = runIdSchema.parse('task-0001.ktm-lt-0001');
  await backend.call('startTask', { params: { taskId }, body: { runs: [early] } });
  const before = await oneRun(backend.store, early);
  const deleted = deviceIdSchema.parse('lab-ws-0001');
  await backend.store.commit({ devices: { remove: [deleted] } });
  await backend.call('setClock', { body: { command: 'jump', to: '2026-11-24T13:00:00Z' } });
  const late = runIdSchema.parse('task-0001.ktm-lt-0002');
  const stored = await oneRun(backend.store, 'task-0001.lab-ws-0001');
  await backend.call('startTask', { params: { taskId }, body: { runs: [late] } });
  await backend.call('setClock', { body: { command: 'real' } });
  expect(await oneRun(backend.store, early)).toEqual(before);
  expect((await oneRun(backend.store, late))?.startedByHand).toBeNull();
  expect(await oneRun(backend.store, 'task-0001.lab-ws-0001')).toEqual(stored);
});

test('going back to real time takes back what was decided after it', async () => {
  const { backend, decisionsOf, saveBaseline } = await aTask();
  await backend.call('setClock', { body: { command: 'jump', to: '2026-11-24T13:00:00Z' } });
  await saveBaseline(manually);
  expect((await decisionsOf(kathmandu)).decisions).toHaveLength(2);
  await backend.call('setClock', { body: { command: 'real' } });
  const { decisions } = await decisionsOf(kathmandu);
  expect(decisions).toMatchObject([{ cause: 'created' }, { at: '2026-11-24T12:00:00.000Z', cause: 'clock' }]);
});

test('the last decision gives the start of every run, and there is none of a run that is not of the task', async () => {
  const { backend, decisionsOf } = await aTask();
  for (const run of await allRunsOf(backend.store)) {
    const start = startOf(run);
    const last = (await decisionsOf(run.deviceId)).decisions.at(-1);
    expect(last?.start).toBe(start === null ? null : new Date(start).toISOString());
  }
  expect(await oneRun(backend.store, 'task-0001.nobody')).toBeUndefined();
  for (const path of [
    '/tasks/task-0001/runs/task-0001.nobody/decisions',
    '/tasks/task-0001/runs/x.ktm-lt-0001/decisions',
  ])
    expect((await backend.request('GET', path)).status).toBe(404);
});

test('the timeline of a task counts the starts and the scans of its runs, one by one', async () => {
  const { backend } = await aTask();
  const { body } = await backend.call('taskTimeline', { params: { taskId } });
  const runs = await allRunsOf(backend.store);
  const spans = runs.flatMap((run) => {
    const from = startOf(run);
    return from === null ? [] : [{ from, to: from + run.durationMs }];
  });
  expect(spans.length).toBeGreaterThan(2);
  const [origin, width] = [Date.parse(body.from), body.binMinutes * 60_000];
  body.starts.forEach((count, bin) => {
    const inBin = (atMs: number) => Math.floor((atMs - origin) / width) === bin;
    expect(count).toBe(spans.filter(({ from }) => inBin(from)).length);
  });
  expect(body.starts.reduce((sum, count) => sum + count, 0)).toBe(spans.length);
  const atOnce = spans.map(({ from: at }) => spans.filter(({ from, to }) => from <= at && at < to).length);
  expect(body.peak?.count).toBe(Math.max(...atOnce));
  expect(Math.max(...body.running)).toBe(body.peak?.count);
  expect(body.first).toBe(new Date(Math.min(...spans.map(({ from }) => from))).toISOString());
  expect(body.end).toBe(new Date(Math.max(...spans.map(({ to }) => to))).toISOString());
});
