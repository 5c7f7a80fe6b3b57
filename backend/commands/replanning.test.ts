import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { startOf } from '#domain/response/run.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { oneRun } from '../queries/testing/all-runs.ts';

const device = deviceIdSchema.parse('ktm-lt-0001');
const labs = groupIdSchema.parse('labs');

test('a device that is moved obeys its new place: its waiting run is planned anew by what holds there', async () => {
  const backend = createTestApp();
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  await backend.call('simulateDetection', { body: { deviceId: device, objects } });
  const run = () => oneRun(backend.store, `task-0001.${device}`);
  expect(await run()).toMatchObject({ plan: { because: 'outside-window' }, source: { policyName: 'Baseline' } });

  backend.pass(60_000);
  await backend.call('moveDevices', { body: { deviceIds: [device], groupId: labs } });
  const moved = await run();
  expect(moved).toMatchObject({
    scanning: { start: { mode: 'manual' } },
    source: { kind: 'locked-by-policy', policyName: 'Labs' },
    plannedAtMs: Date.parse('2026-11-24T12:01:00Z'),
  });
  expect(moved && startOf(moved)).toBeNull();
  // A device that stayed where it was keeps its plan.
  expect(await oneRun(backend.store, 'task-0001.ber-ws-0001')).toMatchObject({
    plannedAtMs: Date.parse('2026-11-24T12:00:00Z'),
  });
});
