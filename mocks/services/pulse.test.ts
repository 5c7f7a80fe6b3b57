import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { testBackend } from '../hosts/test.ts';

type TestBackend = ReturnType<typeof testBackend>;

const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
const minute = 60_000;

const versionOf = async (backend: TestBackend) => (await backend.call('pulse')).body.version;

/** All that a live list shows, but for the instant as of which it holds. */
async function shown(backend: TestBackend): Promise<string> {
  const params = { groupId: groupIdSchema.parse('managed-devices') };
  const tasks = (await backend.call('groupTasks', { params })).body;
  const runs = await Promise.all(
    tasks.rows.map(async (task) => (await backend.call('taskRuns', { params: { taskId: task.id } })).body.rows),
  );
  return JSON.stringify([tasks.rows, tasks.startable, runs, (await backend.call('detections')).body.rows]);
}

test('as long as the pulse says the same, so does every list; whenever a list says something else, so does the pulse', async () => {
  const backend = testBackend('2026-11-24T18:30:00Z');
  for (const deviceId of ['ktm-lt-0001', 'ber-ws-0001']) {
    await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse(deviceId), objects } });
  }
  let before = { version: await versionOf(backend), shown: await shown(backend) };
  let [same, other] = [0, 0];
  for (let step = 0; step < 700; step += 1) {
    backend.pass(minute);
    const after = { version: await versionOf(backend), shown: await shown(backend) };
    expect(after.version === before.version).toBe(after.shown === before.shown);
    if (after.version === before.version) same += 1;
    else other += 1;
    before = after;
  }
  expect(same).toBeGreaterThan(600);
  expect(other).toBeGreaterThan(5);
});

test('a write changes the pulse, a read does not, and a task past its time does', async () => {
  const backend = testBackend();
  const first = await versionOf(backend);
  expect(await versionOf(backend)).toBe(first);
  await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ktm-lt-0002'), objects } });
  const second = await versionOf(backend);
  expect(second).not.toBe(first);
  await backend.call('setClock', { body: { command: 'jump', to: '2026-12-01T12:00:00Z' } });
  const kept = await versionOf(backend);
  backend.pass(2 * 86_400_000);
  expect(await versionOf(backend)).not.toBe(kept);
});

test('the pulse carries the clock', async () => {
  const backend = testBackend();
  const { body } = await backend.call('pulse');
  expect(body.clock).toEqual((await backend.call('clock')).body);
});
