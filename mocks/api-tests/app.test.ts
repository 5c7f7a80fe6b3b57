import { describe, expect, test } from 'vitest';
import type { PolicyUpdate } from '#contract/policies.ts';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';

const root = { groupId: groupIdSchema.parse('managed-devices') };
const berlin = { policyId: policyIdSchema.parse('berlin') };
const baseline = { policyId: policyIdSchema.parse('baseline') };
const hash = '0123456789abcdef0123456789abcdef';

const problem = (type: string, status: number) => ({ type: `/problems/${type}`, status });

async function savePolicy(
  backend: ReturnType<typeof createTestApp>,
  params: typeof berlin,
  edit: (body: PolicyUpdate) => PolicyUpdate,
) {
  const { body, etag } = await backend.call('policy', { params });
  return backend.call('updatePolicy', { params, body: edit(bodyOf(body)), ifMatch: etag ?? '' });
}

const lockAdditional = (body: PolicyUpdate): PolicyUpdate => ({
  ...body,
  settings: { ...body.settings, additional: { ...body.settings.additional, lock: 'closed' } },
});

const startMode =
  (start: PolicyUpdate['settings']['additional']['value']['iocScanning']['start']) =>
  (body: PolicyUpdate): PolicyUpdate => ({
    ...body,
    settings: {
      ...body.settings,
      additional: {
        ...body.settings.additional,
        value: {
          ...body.settings.additional.value,
          iocScanning: { ...body.settings.additional.value.iocScanning, start },
        },
      },
    },
  });

const detectOn = (backend: ReturnType<typeof createTestApp>, device: string) =>
  backend.request('POST', '/detections', {
    body: JSON.stringify({ deviceId: device, objects: [{ fileName: 'invoice.scr', path: 'C:\\Users', md5: hash }] }),
  });

describe('saving a policy', () => {
  test('a save returns a new revision and a new ETag, and extends the history', async () => {
    const backend = createTestApp();
    const saved = await savePolicy(backend, berlin, lockAdditional);
    expect(saved.etag).toBe('"2"');
    const { body } = await backend.call('history', { params: { kind: 'policy', objectId: 'berlin' } });
    expect(body.rows[0]?.changes).toEqual([{ setting: 'Additional', from: 'Policy not enforced', to: 'Under policy' }]);
  });

  test('a save without changes creates no revision', async () => {
    const backend = createTestApp();
    expect((await savePolicy(backend, berlin, (body) => body)).etag).toBe('"1"');
  });

  test('a save without If-Match gets 428, with a stale or weak one 412, and overwrites nothing', async () => {
    const backend = createTestApp();
    const { body } = await backend.call('policy', { params: berlin });
    const put = (ifMatch?: string) =>
      backend.request('PUT', '/policies/berlin', {
        body: JSON.stringify({ ...bodyOf(body), name: 'Other' }),
        ...(ifMatch === undefined ? {} : { ifMatch }),
      });
    expect((await put()).body).toMatchObject(problem('if-match-required', 428));
    expect((await put('"7"')).body).toMatchObject(problem('revision-changed', 412));
    expect((await put('W/"1"')).status).toBe(412);
    expect((await backend.call('policy', { params: berlin })).body.name).toBe('Berlin');
  });

  test('activating another policy of the group deactivates the former one in the same step', async () => {
    const backend = createTestApp();
    await savePolicy(backend, { policyId: policyIdSchema.parse('berlin-draft') }, (body) => ({
      ...body,
      status: 'active',
    }));
    expect((await backend.call('policy', { params: berlin })).body).toMatchObject({ status: 'inactive', revision: 2 });
  });

  test('settings locked from above can be neither changed nor unlocked, and the error names policy and group', async () => {
    const backend = createTestApp();
    await savePolicy(backend, baseline, lockAdditional);
    const view = await backend.call('policy', { params: berlin });
    expect(view.body.settings.additional.lockedBy).toMatchObject({
      name: 'Baseline',
      group: { name: 'Managed devices' },
    });
    const reply = await backend.request('PUT', '/policies/berlin', {
      body: JSON.stringify(startMode({ mode: 'immediate' })(bodyOf(view.body))),
      ifMatch: view.etag ?? '',
    });
    expect(reply.body).toMatchObject(problem('locked-from-above', 409));
    expect(JSON.stringify(reply.body)).toContain('“Baseline” of the group “Managed devices”');
  });
});

describe('settings of a device', () => {
  test('a local setting counts under an open lock, and not under a closed one', async () => {
    const backend = createTestApp();
    const put = (ifMatch: string, start: object) =>
      backend.request('PUT', '/devices/ber-ws-0001/settings', {
        ifMatch,
        body: JSON.stringify({
          additional: { iocScanning: { scope: 'critical-areas', start }, detectLegitimateApplications: false },
        }),
      });
    expect((await put('"0"', { mode: 'immediate' })).body).toMatchObject({
      additional: { source: { kind: 'device' } },
    });
    expect((await backend.call('policy', { params: berlin })).body.settings.additional.deviatingDevices).toBe(1);
    await savePolicy(backend, baseline, lockAdditional);
    const reply = await backend.request('GET', '/devices/ber-ws-0001/settings');
    expect(reply.body).toMatchObject({
      additional: { editable: false, source: { kind: 'policy', lock: 'closed', policy: { name: 'Baseline' } } },
    });
    expect((await put('"1"', { mode: 'manual' })).body).toMatchObject(problem('locked-from-above', 409));
  });
});

describe('detections', () => {
  test('a detection creates one task with one run per device of the group that owns the policy', async () => {
    const backend = createTestApp();
    expect((await detectOn(backend, 'ber-ws-0001')).status).toBe(201);
    const { body } = await backend.call('groupTasks', { params: root });
    expect(body.rows).toHaveLength(1);
    expect(body.rows[0]).toMatchObject({
      group: { id: 'berlin' },
      runCount: 3,
      counts: { waiting: 2, 'waiting-for-device': 1 },
    });
  });

  test('a detection that creates no task lists exactly the missing conditions', async () => {
    const backend = createTestApp();
    const reply = await detectOn(backend, 'lab-ws-0001');
    expect(reply.body).toMatchObject({
      taskId: null,
      missing: [
        { condition: 'response-actions-off' },
        { condition: 'no-group-action' },
        { condition: 'password-not-set' },
      ],
    });
  });

  test('runs wait, start within the window, run and complete as the clock passes', async () => {
    const backend = createTestApp('2026-11-24T18:00:00Z');
    await detectOn(backend, 'ber-ws-0001');
    await backend.request('POST', '/clock', { body: JSON.stringify({ command: 'pause' }) });
    const counts = async (to: string) => {
      await backend.request('POST', '/clock', { body: JSON.stringify({ command: 'jump', to }) });
      return (await backend.call('groupTasks', { params: root })).body.rows[0]?.counts;
    };
    expect(await counts('2026-11-24T18:59:59Z')).toMatchObject({ waiting: 2 });
    expect(await counts('2026-11-25T06:30:00Z')).toMatchObject({
      waiting: 0,
      running: 0,
      'waiting-for-device': 1,
      'completed-found': 1,
    });
  });

  test('an offline device starts nothing; its run is planned from its return', async () => {
    const backend = createTestApp('2026-11-24T20:00:00Z');
    await detectOn(backend, 'ber-ws-0001');
    backend.pass(3_600_000);
    await backend.request('POST', '/devices/ber-ws-0003/status', { body: '{"status":"online"}' });
    const reply = await backend.request('GET', '/devices/ber-ws-0003/runs');
    expect(reply.body).toMatchObject({
      rows: [{ start: '2026-11-24T21:00:00.000Z', because: 'inside-window', state: 'running' }],
    });
  });

  test('a policy change replans waiting runs and never running ones', async () => {
    const backend = createTestApp('2026-11-24T18:00:00Z');
    await detectOn(backend, 'ber-ws-0001');
    await savePolicy(backend, berlin, startMode({ mode: 'immediate' }));
    const { body } = await backend.call('groupTasks', { params: root });
    expect(body.rows[0]?.counts).toMatchObject({ running: 2, 'waiting-for-device': 1 });
    await savePolicy(backend, berlin, startMode({ mode: 'manual' }));
    expect((await backend.call('groupTasks', { params: root })).body.rows[0]?.counts).toMatchObject({ running: 2 });
  });

  test('manual start: runs stay Not started until one, then all, are started manually', async () => {
    const backend = createTestApp();
    await savePolicy(backend, berlin, startMode({ mode: 'manual' }));
    await detectOn(backend, 'ber-ws-0001');
    backend.pass(30 * 3_600_000);
    const task = async () => (await backend.call('groupTasks', { params: root })).body.rows[0];
    expect((await task())?.counts).toMatchObject({ 'not-started': 3 });
    const start = (runs: unknown) =>
      backend.request('POST', '/tasks/task-0001/start', { body: JSON.stringify({ runs }) });
    expect((await start(['task-0001.ber-ws-0002'])).body).toEqual({ started: 1, notStarted: 0 });
    expect((await task())?.counts).toMatchObject({ running: 1, 'not-started': 2 });
    expect((await start('all')).body).toEqual({ started: 1, notStarted: 2 });
    expect((await start(['task-9.x'])).body).toMatchObject(problem('invalid-input', 422));
  });

  test('the IOC file is OpenIOC 1.1 and escapes names', async () => {
    const backend = createTestApp();
    await backend.request('POST', '/detections', {
      body: JSON.stringify({
        deviceId: 'ber-ws-0001',
        objects: [{ fileName: 'a<b>&"c.exe', path: '', md5: hash.toUpperCase() }],
      }),
    });
    const { content } = (await backend.call('taskIocFile', { params: { taskId: 'task-0001' } })).body;
    expect(content).toContain('http://openioc.org/schemas/OpenIOC_1.1');
    expect(content).toContain('search="FileItem/Md5sum"');
    expect(content).toContain(`<Content type="md5">${hash}</Content>`);
    expect(content).toContain('a&lt;b&gt;&amp;');
  });

  test('returning to real time undoes what happened in the simulated future', async () => {
    const backend = createTestApp();
    await backend.request('POST', '/clock', { body: '{"command":"jump","to":"2026-12-01T00:00:00Z"}' });
    await detectOn(backend, 'ber-ws-0001');
    await backend.request('POST', '/clock', { body: '{"command":"real"}' });
    expect((await backend.call('groupTasks', { params: root })).body.rows).toEqual([]);
  });
});
