import { describe, expect, test } from 'vitest';
import type { ForecastVariant } from '#contract/forecast.ts';
import { deviceIdSchema, taskIdSchema, type DeviceId } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { smallWorld } from '#mocks/seed/small.ts';
import { atOnce, between, manually, scanning } from '#mocks/seed/vocabulary.ts';
import { ask, askRuns, at, contents, everywhere, noon, type Backend } from '../testing/forecast-client.ts';

const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];

/** What then happens: the detections are simulated, the clock is run on, and the runs of the tasks are read. */
async function whatHappens(backend: Backend, instants: readonly string[]) {
  const deviceId = deviceIdSchema.parse('lab-ws-0001');
  for (const instant of instants) await backend.call('simulateDetection', { body: { deviceId, objects, at: instant } });
  await backend.call('setClock', { body: { command: 'jump', to: '2026-11-27T12:00:00Z' } });
  const runs = await Promise.all(
    instants.map(async (_, i) => {
      const params = { taskId: taskIdSchema.parse(`task-000${String(i + 1)}`) };
      return (await backend.call('taskRuns', { params })).body.rows;
    }),
  );
  return runs.flat();
}

/** The labs' policy hands its group down to all: a task of the whole tree, with windows, at once and by hand in it. */
function aTreeWithOneTask(): Backend {
  const world = smallWorld(Date.parse('2026-11-24T12:00:00Z'));
  return createTestApp('2026-11-24T12:00:00Z', {
    ...world,
    policies: world.policies.map((policy) => {
      if (policy.id === 'labs') return { ...policy, status: 'inactive' as const };
      const additional = {
        lock: 'open' as const,
        value: scanning(policy.id === 'berlin' ? atOnce : between('20:00', '07:00')),
      };
      return policy.status === 'active' ? { ...policy, settings: { ...policy.settings, additional } } : policy;
    }),
  });
}

test('forecast starts and ends match the outcome to the millisecond', async () => {
  const backend = aTreeWithOneTask();
  const instants = ['2026-11-24T12:00:00.000Z', '2026-11-24T20:30:00.000Z', '2026-11-25T06:15:00.000Z'];
  const { rows: forecastRuns } = await askRuns(backend, { place: everywhere, detections: at(...instants) });
  const happened = await whatHappens(backend, instants);
  const comparable = (runs: readonly { device: { id: DeviceId }; start: string | null; end: string | null }[]) =>
    runs.map(({ device, start, end }) => [device.id, start, end]).sort();
  expect(comparable(forecastRuns)).toEqual(comparable(happened));
  expect(forecastRuns).toHaveLength(21);
  expect(new Set(forecastRuns.map(({ fate }) => fate))).toEqual(new Set(['at-once', 'waits', 'manual', 'offline']));
});

test('the sample depends on seed and first task, and on nothing else', async () => {
  const backend = aTreeWithOneTask();
  const startsWith = async (more: object) =>
    (await askRuns(backend, { place: everywhere, detections: noon, fate: 'waits', ...more })).rows.map((r) => r.start);
  const sample = await startsWith({ seed: 7, firstTask: 3 });
  expect(await startsWith({ seed: 8, firstTask: 3 })).not.toEqual(sample);
  expect(await startsWith({ seed: 7, firstTask: 4 })).not.toEqual(sample);
  expect(await startsWith({ seed: 7, firstTask: 3 })).toEqual(sample);
  expect(await startsWith({})).toEqual(await startsWith({ seed: 2026, firstTask: 1 }));
});

describe('a draft', () => {
  const additional = { value: scanning(atOnce, 'system-drives'), lock: 'closed' };
  const settingsOf = async (backend: Backend, id: string) => (await backend.store.get('policies', id))?.settings;
  test.each([
    [
      'of a policy',
      async (backend: Backend) => ({
        operation: 'updatePolicy',
        params: { policyId: 'baseline' },
        body: {
          name: 'Baseline',
          status: 'active',
          inherit: true,
          force: false,
          settings: { ...(await settingsOf(backend, 'baseline')), additional },
        },
      }),
      ['PUT', '/policies/baseline'],
    ],
    [
      'of a local setting',
      () => ({
        operation: 'updateDeviceSettings',
        params: { deviceId: 'ber-ws-0001' },
        body: { additional: scanning(manually) },
      }),
      ['PUT', '/devices/ber-ws-0001/settings'],
    ],
    [
      'that moves devices into the place and out of it',
      () => ({
        operation: 'moveDevices',
        params: {},
        body: { deviceIds: ['lab-ws-0001', 'ktm-lt-0001'], groupId: 'berlin' },
      }),
      ['POST', '/devices/move'],
    ],
    [
      'that deletes a group with its content',
      () => ({ operation: 'deleteGroup', params: { groupId: 'berlin' }, query: { content: 'true' } }),
      ['DELETE', '/groups/berlin?content=true'],
    ],
  ])(
    '%s gives the same forecast as after the write, and nothing is written',
    async (_, draft, [method = '', path = '']) => {
      const backend = createTestApp();
      const write: { operation: string; body?: object } = await draft(backend);
      const place = { kind: 'group', groupId: 'offices' };
      const before = await contents(backend);
      const question = { place, detections: noon, firstTask: 5 };
      const answer = await ask(backend, { ...question, draft: { kind: 'draft', write } });
      expect(await contents(backend)).toBe(before);
      const now = await ask(backend, question);
      expect(answer.now).toEqual(now.now);
      const { status } = await backend.request(method, path, {
        ifMatch: '*',
        ...(write.body ? { body: JSON.stringify(write.body) } : {}),
      });
      expect(status).toBe(200);
      const after = await ask(backend, question);
      // Before it is saved nobody has saved it.
      const unsaved = (side: ForecastVariant | null) => side?.byDecision.map((part) => ({ ...part, saved: null }));
      const bins = { starts: 0, expected: 0, low: 0, high: 0, running: 0 };
      expect({ ...answer.draft, ...bins, byDecision: unsaved(answer.draft) }).toEqual({
        ...after.now,
        ...bins,
        byDecision: unsaved(after.now),
      });
      expect(answer.draft?.byZone).not.toEqual(answer.now.byZone);
    },
  );

  test('that would be refused is refused with the same message', async () => {
    const backend = createTestApp();
    const write = { operation: 'deleteGroup', params: { groupId: 'berlin' } };
    const refused = await backend.request('POST', '/forecast', {
      body: JSON.stringify({ place: everywhere, detections: noon, draft: { kind: 'draft', write } }),
    });
    expect(refused.status).toBe(409);
    expect(refused.body).toEqual((await backend.request('DELETE', '/groups/berlin', { ifMatch: '*' })).body);
  });

  test('that deletes the selected group leaves no devices', async () => {
    const write = { operation: 'deleteGroup', params: { groupId: 'berlin' }, query: { content: 'true' } };
    const place = { kind: 'group', groupId: 'berlin' };
    const answer = await ask(createTestApp(), { place, detections: noon, draft: { kind: 'draft', write } });
    expect([answer.now.runs, answer.draft?.runs, answer.draft?.peak, answer.draft?.byGroup]).toEqual([3, 0, null, []]);
  });
});
