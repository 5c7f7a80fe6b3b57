import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, taskIdSchema } from '#domain/ids.ts';
import { canStartByHand, stateAt } from '#domain/response/run.ts';
import { runStates } from '#domain/response/run-state.ts';
import { createTestApp } from '../testing/test-app.ts';
import { manyDevices } from '../seed/many-devices.ts';
import { allRunsOf } from '#backend/queries/testing/all-runs.ts';
import { caseCount } from '../testing/depth.ts';

const start = Date.parse('2026-11-24T12:00:00Z');
const [tasks, devices] = [20, caseCount(5_000)];
const root = { groupId: groupIdSchema.parse('managed-devices') };

test('the counts of twenty tasks equal those of their single runs, and starting all starts exactly as many', async () => {
  const backend = createTestApp(new Date(start).toISOString(), manyDevices(devices, start));
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  for (let i = 0; i < tasks; i += 1) {
    await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('device-50'), objects } });
    backend.pass(1_000);
  }
  backend.pass(9 * 3_600_000);
  const nowMs = start + tasks * 1_000 + 9 * 3_600_000;
  const runs = await allRunsOf(backend.store);
  expect(runs).toHaveLength(tasks * devices);
  expect(await backend.store.all('rosters')).toHaveLength(1);

  const list = (await backend.call('groupTasks', { params: root })).body;
  const counted = runStates.map((state) => list.rows.reduce((sum, { counts }) => sum + counts[state], 0));
  const states = runs.map((run) => stateAt(run, nowMs));
  expect(counted).toEqual(runStates.map((state) => states.filter((one) => one === state).length));
  expect(list.startable).toBe(runs.filter((run) => canStartByHand(run, nowMs)).length);

  const page = await backend.call('taskRuns', {
    params: { taskId: taskIdSchema.parse('task-0001') },
    query: { sort: 'start', state: 'waiting', pageSize: 500 },
  });
  const starts = page.body.rows.map((run) => run.start ?? '');
  expect(starts).toEqual([...starts].sort());
  expect(page.body.total).toBe(list.rows.find(({ id }) => id === 'task-0001')?.counts.waiting);

  const { startable } = list;
  expect(startable).toBeGreaterThan((tasks * devices) / 10);
  const { body } = await backend.call('startGroupTasks', { params: root, body: { expected: startable } });
  expect(body.started).toBe(startable);
  expect((await backend.call('groupTasks', { params: root })).body.startable).toBe(0);
  expect((await allRunsOf(backend.store)).filter((run) => run.startedByHand?.atMs === nowMs)).toHaveLength(startable);
});
