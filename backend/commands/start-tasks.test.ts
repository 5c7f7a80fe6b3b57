import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, runIdSchema, taskIdSchema } from '#domain/ids.ts';
import type { RunState } from '#domain/response/run-state.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { allRunsOf } from '../queries/testing/all-runs.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const root = { groupId: groupIdSchema.parse('managed-devices') };
const task = { taskId: taskIdSchema.parse('task-0001') };
const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];

/** The small world with one task of all its seven devices: two of its runs are manual, one device is offline. */
async function aTask(): Promise<TestBackend> {
  const backend = createTestApp();
  await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ktm-lt-0001'), objects } });
  backend.pass(1_000);
  return backend;
}

const startedDevices = async ({ store }: TestBackend) =>
  (await allRunsOf(store)).filter((run) => run.startedByHand !== null).map((run) => run.deviceId as string);

const start = (backend: TestBackend, body: unknown) =>
  backend.request('POST', '/tasks/task-0001/start', { body: JSON.stringify(body) });

test.each<[{ state?: RunState; search?: string }, string[]]>([
  [{ state: 'not-started' }, ['ktm-lt-0002', 'lab-ws-0001', 'lab-ws-0002']],
  [{ search: 'BER' }, ['ber-ws-0001', 'ber-ws-0002']],
  [{ state: 'waiting', search: 'ktm' }, ['ktm-lt-0001']],
  [{}, ['ber-ws-0001', 'ber-ws-0002', 'ktm-lt-0001', 'ktm-lt-0002', 'lab-ws-0001', 'lab-ws-0002']],
])('all that match %o are started, on whatever page: as many as the list says', async (filter, devices) => {
  const backend = await aTask();
  const { body } = await backend.call('taskRuns', { params: task, query: { ...filter, pageSize: 1 } });
  expect(body.startable).toBe(devices.length);
  const reply = await start(backend, { runs: filter, expected: body.startable });
  expect(reply.body).toMatchObject({ started: devices.length });
  expect(await startedDevices(backend)).toEqual(devices);
});

test('where it is another number by now nothing is started, and the new number is told', async () => {
  const backend = await aTask();
  await backend.request('POST', '/devices/ber-ws-0001/status', { body: '{"status":"offline"}' });
  for (const runs of ['all', {}] as const) {
    const reply = await start(backend, { runs, expected: 6 });
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/count-changed' } });
    expect(reply.body).toMatchObject({
      detail: expect.stringContaining('5 of these runs can be started by now, not 6') as string,
    });
  }
  const group = await backend.request('POST', '/groups/managed-devices/tasks/start', { body: '{"expected":6}' });
  expect(group).toMatchObject({ status: 409, body: { type: '/problems/count-changed' } });
  expect(await startedDevices(backend)).toEqual([]);
  expect((await start(backend, { runs: {}, expected: 5 })).body).toEqual({ started: 5, notStarted: 2 });
});

test('who started which runs, and when, is told of each run, in its decisions, and of the task over time', async () => {
  const backend = await aTask();
  backend.signIn('j-keller');
  await start(backend, { runs: ['task-0001.ber-ws-0001'] });
  backend.pass(60_000);
  backend.signIn('s-rao');
  await start(backend, { runs: { search: 'lab' }, expected: 2 });
  backend.pass(60_000);
  backend.signIn('m-admin');
  await backend.request('POST', '/groups/managed-devices/tasks/start', { body: '{}' });

  const { body } = await backend.call('taskRuns', { params: task });
  expect(Object.fromEntries(body.rows.map(({ device, startedBy }) => [device.name, startedBy]))).toEqual({
    'BER-WS-0001': 'J. Keller',
    'BER-WS-0002': 'M. Admin',
    // Offline: nobody can start it.
    'BER-WS-0003': null,
    'KTM-LT-0001': 'M. Admin',
    'KTM-LT-0002': 'M. Admin',
    'LAB-WS-0001': 'S. Rao',
    'LAB-WS-0002': 'S. Rao',
  });
  const runId = runIdSchema.parse('task-0001.lab-ws-0002');
  const { decisions } = (await backend.call('runDecisions', { params: { ...task, runId } })).body;
  expect(decisions.map(({ at, cause, startedBy }) => [at, cause, startedBy])).toEqual([
    ['2026-11-24T12:00:00.000Z', 'created', null],
    ['2026-11-24T12:01:01.000Z', 'by-hand', 'S. Rao'],
  ]);
  expect((await backend.call('taskTimeline', { params: task })).body.byHand).toEqual([
    { at: '2026-11-24T12:00:01.000Z', by: 'J. Keller', runs: 1 },
    { at: '2026-11-24T12:01:01.000Z', by: 'S. Rao', runs: 2 },
    { at: '2026-11-24T12:02:01.000Z', by: 'M. Admin', runs: 3 },
  ]);
});

test('what matches is started only with the number that was meant', async () => {
  const reply = await start(await aTask(), { runs: { search: 'ber' } });
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: '/expected' }] } });
});

test('all of a group is what its list says, also where a task reaches beyond the group', async () => {
  const backend = await aTask();
  const labs = { groupId: groupIdSchema.parse('labs') };
  const { startable } = (await backend.call('groupTasks', { params: labs })).body;
  expect(startable).toBe(2);
  expect((await backend.call('startGroupTasks', { params: labs, body: { expected: startable } })).body.started).toBe(2);
  expect((await backend.call('groupTasks', { params: root })).body.startable).toBe(4);
});
