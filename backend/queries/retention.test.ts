import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const root = { groupId: groupIdSchema.parse('managed-devices') };

async function detect(backend: TestBackend, device = 'ber-ws-0001') {
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse(device), objects } });
  backend.pass(1_000);
}

const tasksIn = async (backend: TestBackend) => (await backend.call('groupTasks', { params: root })).body.rows;

test('a task’s row tells beforehand after how many more tasks it goes: the hundredth with the next one', async () => {
  const backend = createTestApp();
  for (let i = 0; i < 90; i += 1) await detect(backend);
  expect((await tasksIn(backend)).map(({ rotation }) => rotation)).toEqual(Array.from({ length: 90 }, () => null));
  await detect(backend);
  expect((await tasksIn(backend)).slice(-2).map(({ rotation }) => rotation)).toEqual([null, 10]);
  for (let i = 91; i < 100; i += 1) await detect(backend);
  const before = await tasksIn(backend);
  expect(before.slice(-10).map(({ rotation }) => rotation)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  const next = before.at(-1);
  expect((await backend.call('task', { params: { taskId: next?.id ?? '' } })).body).toMatchObject({ rotation: 1 });
  await detect(backend);
  const after = await tasksIn(backend);
  expect(after).toHaveLength(100);
  expect(after.map(({ id }) => id)).not.toContain(next?.id);
});

test('a task’s row tells until when it is kept, and what those seven days count from', async () => {
  const backend = createTestApp();
  await detect(backend);
  const [planned] = await tasksIn(backend);
  expect(planned).toMatchObject({ removedBecause: 'last-start' });
  // The last start lies in the window of the coming night: seven days after it, and no sooner.
  expect(planned?.removedAfter.slice(0, 10)).toMatch(/^2026-12-0[12]$/);
  const left = Date.parse(planned?.removedAfter ?? '') - Date.parse('2026-11-24T12:00:01Z');
  backend.pass(left - 1);
  expect(await tasksIn(backend)).toHaveLength(1);
  backend.pass(1);
  expect(await tasksIn(backend)).toHaveLength(0);
});

test('a task that never starts is kept for seven days after its creation', async () => {
  const backend = createTestApp();
  for (const id of ['ber-ws-0001', 'ber-ws-0002']) {
    await backend.request('POST', `/devices/${id}/status`, { body: '{"status":"offline"}' });
  }
  await detect(backend);
  expect(await tasksIn(backend)).toMatchObject([
    { removedBecause: 'never-started', removedAfter: '2026-12-01T12:00:00.000Z' },
  ]);
});

test('a list of devices is kept once for all tasks that share it, and goes with the last of them', async () => {
  const backend = createTestApp();
  await detect(backend);
  await detect(backend, 'ber-ws-0002');
  expect(await backend.store.all('rosters')).toHaveLength(1);
  await detect(backend, 'ktm-lt-0001');
  expect(await backend.store.all('rosters')).toHaveLength(2);
  backend.pass(30 * 86_400_000);
  await detect(backend, 'ktm-lt-0001');
  expect((await backend.store.all('rosters')).map(({ devices }) => devices.length)).toEqual([7]);
  expect(await backend.store.all('runs')).toHaveLength(1);
});
