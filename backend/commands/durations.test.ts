import { expect, test } from 'vitest';
import { deviceIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { allRunsOf, oneRun } from '../queries/testing/all-runs.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const minute = 60_000;
const span = (fromMinutes: number, toMinutes: number) => ({ fromMinutes, toMinutes });
const model = { 'system-drives': span(100, 200), 'critical-areas': span(30, 40) };

const put = (backend: TestBackend, body: unknown) =>
  backend.request('PUT', '/simulation/durations', { body: JSON.stringify(body) });

async function durationsOf(backend: TestBackend, task: string): Promise<number[]> {
  return (await allRunsOf(backend.store)).filter(({ taskId }) => taskId === task).map((run) => run.durationMs / minute);
}

const detect = (backend: TestBackend) =>
  backend.call('simulateDetection', {
    body: {
      deviceId: deviceIdSchema.parse('ber-ws-0001'),
      objects: [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }],
    },
  });

const setLocal = (backend: TestBackend, ifMatch: string, iocScanning: object) =>
  backend.request('PUT', '/devices/ber-ws-0001/settings', {
    ifMatch,
    body: JSON.stringify({ additional: { iocScanning, detectLegitimateApplications: false } }),
  });

test('a new world says how long its scans take, and keeps what it is told', async () => {
  const backend = createTestApp();
  expect((await backend.call('durationModel')).body).toEqual({
    'system-drives': span(45, 180),
    'critical-areas': span(6, 24),
  });
  expect((await put(backend, model)).body).toEqual(model);
  expect((await backend.call('durationModel')).body).toEqual(model);
});

test('it holds for tasks created from then on: what is planned keeps its duration', async () => {
  const backend = createTestApp();
  await detect(backend);
  const before = await durationsOf(backend, 'task-0001');
  await put(backend, model);
  await detect(backend);
  expect(await durationsOf(backend, 'task-0001')).toEqual(before);
  const after = await durationsOf(backend, 'task-0002');
  expect(after).toHaveLength(3);
  for (const minutes of after) {
    expect(minutes).toBeGreaterThanOrEqual(30);
    expect(minutes).toBeLessThan(40);
  }
  expect(new Set(after).size).toBe(3);
});

test('a waiting run keeps its duration when only its start changes, and takes the model that holds when its scope does', async () => {
  const backend = createTestApp();
  await detect(backend);
  const duration = async () => ((await oneRun(backend.store, 'task-0001.ber-ws-0001'))?.durationMs ?? 0) / minute;
  const before = await duration();
  await put(backend, model);
  await setLocal(backend, '"0"', { scope: 'critical-areas', start: { mode: 'manual' } });
  expect(await duration()).toBe(before);
  await setLocal(backend, '"1"', { scope: 'system-drives', start: { mode: 'manual' } });
  expect(await duration()).toBeGreaterThanOrEqual(100);
});

test('the shortest and the longest may be the same minute, from one to a day', async () => {
  const edges = { 'system-drives': span(1440, 1440), 'critical-areas': span(1, 1) };
  const backend = createTestApp();
  expect((await put(backend, edges)).status).toBe(200);
  await detect(backend);
  expect(await durationsOf(backend, 'task-0001')).toEqual([1, 1, 1]);
});

test.each([
  ['less than a minute', span(0, 10), '/critical-areas/fromMinutes'],
  ['more than a day', span(10, 1441), '/critical-areas/toMinutes'],
  ['half a minute', span(1.5, 10), '/critical-areas/fromMinutes'],
  ['a longest that is shorter than the shortest', span(20, 10), '/critical-areas/toMinutes'],
  ['a text', { fromMinutes: '5', toMinutes: 10 }, '/critical-areas/fromMinutes'],
  ['nothing', undefined, '/critical-areas'],
])('%s is refused with the place of the error, and nothing changes', async (_, wrong, path) => {
  const backend = createTestApp();
  const before = (await backend.call('durationModel')).body;
  const reply = await put(backend, { ...model, 'critical-areas': wrong });
  expect(reply.body).toMatchObject({ type: '/problems/invalid-input', status: 422, errors: [{ path }] });
  expect((await backend.call('durationModel')).body).toEqual(before);
});
