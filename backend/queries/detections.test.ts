import { describe, expect, test } from 'vitest';
import { detectionSchema, type DetectionView } from '#contract/tasks.ts';
import { groupIdSchema } from '#domain/ids.ts';
import type { AdditionalValue } from '#domain/policy/settings.ts';
import { legitimateApplications } from '#domain/response/legitimate-applications.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { between, scanning } from '#mocks/seed/vocabulary.ts';

type Backend = ReturnType<typeof createTestApp>;
const objects = [{ fileName: 'mirc.exe', md5: 'b'.repeat(32) }];

async function detect(backend: Backend, deviceId: string, more: object = {}): Promise<DetectionView> {
  const { body } = await backend.request('POST', '/detections', {
    body: JSON.stringify({ deviceId, objects, ...more }),
  });
  return detectionSchema.parse(body);
}
const setLocally = (backend: Backend, deviceId: string, settings: object) =>
  backend.request('PUT', `/devices/${deviceId}/settings`, { ifMatch: '*', body: JSON.stringify(settings) });
const legitimate = (on: boolean): AdditionalValue => ({
  ...scanning(between('20:00', '07:00')),
  detectLegitimateApplications: on,
});
const baselineActions = ['Quarantine and delete', 'Notify device user'];

describe('a detection of a legitimate application', () => {
  test.each(legitimateApplications)('is no threat where their detection is off, and says so: %s', async (kind) => {
    const detection = await detect(createTestApp(), 'ber-ws-0001', { legitimateApplication: kind });
    expect(detection).toMatchObject({
      legitimateApplication: kind,
      outcome: 'no-task',
      taskId: null,
      missing: [
        {
          condition: 'legitimate-applications-off',
          source: { kind: 'policy', lock: 'open', policy: { id: 'berlin', group: { id: 'berlin' } } },
        },
      ],
      localActions: [],
    });
  });

  test('is a threat like any other where it is on, on the detecting device itself', async () => {
    const backend = createTestApp();
    await setLocally(backend, 'ber-ws-0001', { additional: legitimate(true) });
    expect(await detect(backend, 'ber-ws-0001', { legitimateApplication: 'irc-client' })).toMatchObject({
      outcome: 'task-created',
      missing: [],
      localActions: baselineActions,
    });
    expect((await detect(backend, 'ber-ws-0002', { legitimateApplication: 'irc-client' })).taskId).toBeNull();
  });

  test('is judged at its instant, not on the day it was thought of', async () => {
    const backend = createTestApp();
    const at = '2026-11-24T14:00:00Z';
    const expected = await detect(backend, 'ber-ws-0001', { at, legitimateApplication: 'dialer' });
    expect(expected).toMatchObject({ outcome: 'expected', missing: [], localActions: [] });
    await setLocally(backend, 'ber-ws-0001', { additional: legitimate(true) });
    backend.pass(2 * 3_600_000);
    const [row] = (await backend.call('detections')).body.rows;
    expect(row).toMatchObject({ outcome: 'task-created', legitimateApplication: 'dialer' });
  });

  test('is found by the label of its kind', async () => {
    const backend = createTestApp();
    await detect(backend, 'ber-ws-0001', { legitimateApplication: 'ftp-http-telnet-server' });
    await detect(backend, 'ber-ws-0001');
    expect((await backend.call('detections', { query: { search: 'telnet' } })).body.total).toBe(1);
  });

  test('of an unknown kind is refused', async () => {
    const body = JSON.stringify({ deviceId: 'ber-ws-0001', objects, legitimateApplication: 'game' });
    expect(await createTestApp().request('POST', '/detections', { body })).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/legitimateApplication' }] },
    });
  });
});

describe('what was missing', () => {
  test('is named with where it is decided: the policy, the device, the server', async () => {
    const backend = createTestApp();
    expect((await detect(backend, 'lab-ws-0001')).missing).toMatchObject([
      { condition: 'response-actions-off', source: { kind: 'policy', lock: 'open', policy: { name: 'Labs' } } },
      { condition: 'no-group-action', source: { kind: 'policy', policy: { name: 'Labs' } } },
      { condition: 'password-not-set', source: { kind: 'policy', policy: { name: 'Labs' } } },
    ]);
    await setLocally(backend, 'lab-ws-0001', { actions: { enabled: true, selected: ['quarantine'] } });
    await backend.call('deleteAccount');
    expect(await detect(backend, 'lab-ws-0001')).toMatchObject({
      missing: [
        { condition: 'no-group-action', source: { kind: 'device' } },
        { condition: 'no-account', source: { kind: 'server' } },
      ],
      localActions: ['Quarantine and delete'],
    });
  });

  test('is kept as it was at the instant, whatever is changed later', async () => {
    const backend = createTestApp();
    const before = await detect(backend, 'lab-ws-0001');
    await setLocally(backend, 'lab-ws-0001', { actions: { enabled: true, selected: ['group-ioc-scan'] } });
    expect((await backend.call('detections')).body.rows[0]).toEqual(before);
  });

  test('is a policy where none applies, which no setting decides', async () => {
    const backend = createTestApp();
    await backend.store.commit({ policies: { remove: ['labs', 'baseline'] } });
    await setLocally(backend, 'lab-ws-0001', { actions: { enabled: true, selected: ['notify-user'] } });
    expect(await detect(backend, 'lab-ws-0001')).toMatchObject({
      missing: [{ condition: 'no-policy', source: null }],
      localActions: ['Notify device user'],
    });
  });
});

test('local actions happen with a task and without one', async () => {
  const backend = createTestApp();
  expect(await detect(backend, 'ber-ws-0001')).toMatchObject({
    outcome: 'task-created',
    localActions: baselineActions,
  });
  await backend.call('deleteAccount');
  expect(await detect(backend, 'ber-ws-0001')).toMatchObject({ outcome: 'no-task', localActions: baselineActions });
});

describe('the list of detections', () => {
  async function listed() {
    const backend = createTestApp();
    await detect(backend, 'ber-ws-0001');
    await detect(backend, 'lab-ws-0001', { at: '2026-11-24T13:00:00Z' });
    await detect(backend, 'ktm-lt-0001', { at: '2026-11-26T13:00:00Z' });
    backend.pass(2 * 3_600_000);
    const ids = async (query: object) =>
      (await backend.call('detections', { query })).body.rows.map(({ device }) => device.id);
    return { backend, ids };
  }

  test('is in the order of the instants, the newest first unless asked otherwise', async () => {
    const { ids } = await listed();
    expect(await ids({})).toEqual(['ktm-lt-0001', 'lab-ws-0001', 'ber-ws-0001']);
    expect(await ids({ order: 'asc' })).toEqual(['ber-ws-0001', 'lab-ws-0001', 'ktm-lt-0001']);
  });

  test('is filtered by what came of them, and by a group with its subgroups', async () => {
    const { backend, ids } = await listed();
    expect(await ids({ outcome: 'expected' })).toEqual(['ktm-lt-0001']);
    expect(await ids({ outcome: 'no-task' })).toEqual(['lab-ws-0001']);
    expect(await ids({ outcome: 'task-created' })).toEqual(['ber-ws-0001']);
    expect(await ids({ groupId: groupIdSchema.parse('offices') })).toEqual(['ktm-lt-0001', 'ber-ws-0001']);
    expect(await ids({ groupId: groupIdSchema.parse('labs'), outcome: 'expected' })).toEqual([]);
    expect((await backend.request('GET', '/detections?groupId=nowhere')).status).toBe(404);
    expect((await backend.request('GET', '/detections?outcome=perhaps')).status).toBe(422);
  });
});
