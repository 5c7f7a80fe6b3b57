import { describe, expect, test } from 'vitest';
import type { DetectionView } from '#contract/tasks.ts';
import { detectionSchema } from '#contract/tasks.ts';
import { groupIdSchema, policyIdSchema, taskIdSchema } from '#domain/ids.ts';
import type { ScanStart } from '#domain/schedule/scan-start.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { bodyOf } from '#mocks/testing/policy-body.ts';
import { atOnce, manually } from '#mocks/seed/vocabulary.ts';
import { allRunsOf } from '../queries/testing/all-runs.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const hour = 3_600_000;
const noon = '2026-11-24T12:00:00Z';
const root = { groupId: groupIdSchema.parse('managed-devices') };
const task = (number: string) => ({ params: { taskId: taskIdSchema.parse(`task-${number}`) } });

async function detect(backend: TestBackend, at?: string, deviceId = 'ber-ws-0001'): Promise<DetectionView> {
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  const { body } = await backend.request('POST', '/detections', { body: JSON.stringify({ deviceId, at, objects }) });
  return detectionSchema.parse(body);
}

const clock = (backend: TestBackend, command: object) =>
  backend.request('POST', '/clock', { body: JSON.stringify(command) });
const jump = (backend: TestBackend, to: string) => clock(backend, { command: 'jump', to });
const setStatus = (backend: TestBackend, device: string, status: string) =>
  backend.request('POST', `/devices/${device}/status`, { body: JSON.stringify({ status }) });

async function setStart(backend: TestBackend, start: ScanStart) {
  const params = { policyId: policyIdSchema.parse('berlin') };
  const { body, etag } = await backend.call('policy', { params });
  const { settings } = bodyOf(body);
  const { value } = settings.additional;
  const additional = { ...settings.additional, value: { ...value, iocScanning: { ...value.iocScanning, start } } };
  await backend.call('updatePolicy', {
    params,
    ifMatch: etag ?? '',
    body: { ...bodyOf(body), settings: { ...settings, additional } },
  });
}

const tasksIn = async (backend: TestBackend) => (await backend.call('groupTasks', { params: root })).body;
const listed = async (backend: TestBackend) => (await backend.call('detections')).body.rows;

describe('a detection at a later instant', () => {
  test('is expected until then: no task, no runs, nothing that a person could start', async () => {
    const backend = createTestApp(noon);
    expect(await detect(backend, '2026-11-24T14:00:00Z')).toMatchObject({
      id: 'det-0001',
      outcome: 'expected',
      taskId: null,
      missing: [],
    });
    expect(await tasksIn(backend)).toMatchObject({ rows: [], startable: 0 });
    expect((await backend.request('POST', '/groups/berlin/tasks/start')).body).toEqual({ started: 0, notStarted: 0 });
    expect((await backend.request('POST', '/tasks/task-0001/start', { body: '{"runs":"all"}' })).status).toBe(404);
    expect(await allRunsOf(backend.store)).toEqual([]);
    backend.pass(2 * hour - 1);
    expect((await listed(backend))[0]).toMatchObject({ outcome: 'expected' });
  });

  test('creates its task at its own instant, however late it is looked at', async () => {
    const backend = createTestApp(noon);
    await detect(backend, '2026-11-24T20:00:00Z');
    await jump(backend, '2026-11-24T22:30:00Z');
    expect((await listed(backend))[0]).toMatchObject({ outcome: 'task-created', taskId: 'task-0001' });
    expect((await backend.call('task', task('0001'))).body).toMatchObject({
      createdAt: '2026-11-24T20:00:00.000Z',
      counts: { 'completed-found': 1 },
    });
    const runs = (await backend.call('taskRuns', task('0001'))).body.rows;
    expect(runs.map(({ start, because }) => [start, because])).toEqual([
      ['2026-11-24T20:00:00.000Z', 'inside-window'],
      ['2026-11-24T20:00:00.000Z', 'inside-window'],
      [null, 'inside-window'],
    ]);
  });

  test('comes to pass to the millisecond, as a run of the clock reaches it', async () => {
    const backend = createTestApp(noon);
    await clock(backend, { command: 'run', rate: 3600 });
    await detect(backend, '2026-11-24T14:00:00Z');
    backend.pass(1_999);
    expect((await tasksIn(backend)).rows).toHaveLength(0);
    backend.pass(1);
    expect((await tasksIn(backend)).rows).toHaveLength(1);
  });

  test('counts with the settings, the statuses and the durations of its instant, not of the day it was thought of', async () => {
    const backend = createTestApp(noon);
    await detect(backend, '2026-11-24T14:00:00Z');
    await setStart(backend, atOnce);
    await setStatus(backend, 'ber-ws-0003', 'online');
    await jump(backend, '2026-11-24T15:00:00Z');
    await setStart(backend, manually);
    await setStatus(backend, 'ber-ws-0002', 'offline');
    const runs = (await backend.call('taskRuns', task('0001'))).body.rows;
    expect(runs).toHaveLength(3);
    for (const run of runs) expect(run).toMatchObject({ start: '2026-11-24T14:00:00.000Z', because: 'immediate' });
  });

  test('says what was missing then', async () => {
    const backend = createTestApp(noon);
    const expected = await detect(backend, '2026-11-24T14:00:00Z', 'lab-ws-0001');
    expect(expected.missing).toEqual([]);
    backend.pass(2 * hour);
    expect((await listed(backend))[0]).toMatchObject({
      outcome: 'no-task',
      taskId: null,
      missing: [
        { condition: 'response-actions-off' },
        { condition: 'no-group-action' },
        { condition: 'password-not-set' },
      ],
    });
  });

  test('comes in the order of the instants, whatever the order of the requests', async () => {
    const backend = createTestApp(noon);
    await detect(backend, '2026-11-26T12:00:00Z');
    await detect(backend, '2026-11-25T12:00:00Z');
    await jump(backend, '2026-11-26T12:00:00Z');
    const { rows } = await tasksIn(backend);
    expect(rows.map((row) => [row.id, row.createdAt])).toEqual([
      ['task-0001', '2026-11-26T12:00:00.000Z'],
      ['task-0002', '2026-11-25T12:00:00.000Z'],
    ]);
  });

  test('makes the very task that a detection at that instant would have made by itself', async () => {
    const [expecting, living] = [createTestApp(noon), createTestApp(noon)];
    await detect(expecting, '2026-11-27T03:00:00Z');
    await jump(expecting, '2026-12-01T00:00:00Z');
    await expecting.call('clock');
    await jump(living, '2026-11-27T03:00:00Z');
    await clock(living, { command: 'pause' });
    await detect(living);
    for (const kind of ['detections', 'tasks', 'runs'] as const) {
      expect(await expecting.store.all(kind)).toEqual(await living.store.all(kind));
    }
    expect(await allRunsOf(expecting.store)).toEqual(await allRunsOf(living.store));
  });

  test('at the very now it is carried out at once, and in the past it is refused', async () => {
    const backend = createTestApp(noon);
    expect(await detect(backend, noon)).toMatchObject({ outcome: 'task-created' });
    const past = {
      deviceId: 'ber-ws-0001',
      at: '2026-11-24T11:59:59Z',
      objects: [{ fileName: 'a', md5: 'a'.repeat(32) }],
    };
    expect((await backend.request('POST', '/detections', { body: JSON.stringify(past) })).body).toMatchObject({
      errors: [{ path: '/at' }],
    });
  });
});

describe('past a hundred tasks', () => {
  test('the oldest goes first, also when all come to pass in one jump', async () => {
    const backend = createTestApp(noon);
    for (let i = 0; i < 105; i += 1) {
      await detect(backend, new Date(Date.parse(noon) + (i + 1) * 60_000).toISOString());
    }
    await jump(backend, '2026-11-24T18:00:00Z');
    const { rows } = await tasksIn(backend);
    expect(rows).toHaveLength(100);
    expect(rows.at(-1)?.id).toBe('task-0006');
    expect(await backend.store.all('tasks')).toHaveLength(100);
    expect(await allRunsOf(backend.store)).toHaveLength(300);
  });
});

describe('going back to real time', () => {
  test('takes away what came to pass later, with its task, and what is still expected', async () => {
    const backend = createTestApp(noon);
    await detect(backend);
    await detect(backend, '2026-11-24T14:00:00Z');
    await detect(backend, '2026-12-24T14:00:00Z');
    await jump(backend, '2026-11-30T00:00:00Z');
    expect((await tasksIn(backend)).rows).toHaveLength(2);
    await clock(backend, { command: 'real' });
    expect((await tasksIn(backend)).rows.map((row) => row.id)).toEqual(['task-0001']);
    expect((await listed(backend)).map((row) => row.id)).toEqual(['det-0001']);
    expect(await allRunsOf(backend.store)).toHaveLength(3);
  });

  test('from behind real time nothing is lost, and what fell due meanwhile comes to pass', async () => {
    const backend = createTestApp(noon);
    await detect(backend, '2026-11-24T14:00:00Z');
    await detect(backend, '2026-11-24T16:00:00Z');
    await clock(backend, { command: 'pause' });
    backend.pass(3 * hour);
    await clock(backend, { command: 'real' });
    expect((await listed(backend)).map((row) => row.outcome)).toEqual(['expected', 'task-created']);
    expect((await tasksIn(backend)).rows[0]?.createdAt).toBe('2026-11-24T14:00:00.000Z');
  });

  test('brings back the tasks that were past their time only in the future', async () => {
    const backend = createTestApp(noon);
    await detect(backend);
    await jump(backend, '2027-01-10T12:00:00Z');
    await detect(backend);
    expect((await tasksIn(backend)).rows.map((row) => row.id)).toEqual(['task-0002']);
    await clock(backend, { command: 'real' });
    expect((await tasksIn(backend)).rows.map((row) => row.id)).toEqual(['task-0001']);
    expect((await backend.call('taskRuns', task('0001'))).body.total).toBe(3);
  });

  test('a run that waits follows the settings and the status that people left, as of the real now', async () => {
    const backend = createTestApp(noon);
    await detect(backend);
    await jump(backend, '2026-11-25T12:00:00Z');
    await setStatus(backend, 'ber-ws-0002', 'offline');
    await setStatus(backend, 'ber-ws-0003', 'online');
    await setStart(backend, manually);
    await clock(backend, { command: 'real' });
    const runs = (await backend.call('taskRuns', task('0001'))).body.rows;
    expect(runs.map(({ state, scanStart, startable }) => [state, scanStart, startable])).toEqual([
      ['not-started', 'Manual start', true],
      ['not-started', 'Manual start', false],
      ['not-started', 'Manual start', true],
    ]);
  });
});
