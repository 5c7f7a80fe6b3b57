import { describe, expect, test } from 'vitest';
import type { PolicyUpdate } from '#contract/policies.ts';
import { changeIdSchema, deviceIdSchema, policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';
import { between } from '../seed/vocabulary.ts';
import { allRunsOf, oneRun } from '#backend/queries/testing/all-runs.ts';

type Backend = ReturnType<typeof createTestApp>;
const baseline = { policyId: policyIdSchema.parse('baseline') };
const berlin = { policyId: policyIdSchema.parse('berlin') };

async function edited(backend: Backend, params: typeof berlin, edit: (body: PolicyUpdate) => PolicyUpdate) {
  const { body, etag } = await backend.call('policy', { params });
  return { params, body: edit(bodyOf(body)), ifMatch: etag ?? '' };
}

const locked =
  (start: ReturnType<typeof between>) =>
  (body: PolicyUpdate): PolicyUpdate => ({
    ...body,
    settings: {
      ...body.settings,
      additional: {
        lock: 'closed',
        value: { ...body.settings.additional.value, iocScanning: { scope: 'critical-areas', start } },
      },
    },
  });

const everything = async ({ store }: Backend) => JSON.stringify([await store.all('policies'), await allRunsOf(store)]);

describe('the audit log', () => {
  test('a save is one entry with user, instant, action, old and new values, and revision', async () => {
    const backend = createTestApp();
    await backend.call('updatePolicy', await edited(backend, berlin, (body) => ({ ...body, name: 'Berlin 2' })));
    const { body } = await backend.call('auditLog');
    expect(body.rows).toMatchObject([
      {
        action: 'Policy saved',
        by: 'M. Admin',
        at: '2026-11-24T12:00:00.000Z',
        objects: [{ kind: 'policy', id: 'berlin', name: 'Berlin 2', revision: 2 }],
        lines: [{ object: 'Berlin 2', setting: 'Name', from: 'Berlin', to: 'Berlin 2' }],
        undoable: true,
      },
    ]);
  });

  test('the former active policy and the new one are one entry', async () => {
    const backend = createTestApp();
    const draft = { policyId: policyIdSchema.parse('berlin-draft') };
    await backend.call('updatePolicy', await edited(backend, draft, (body) => ({ ...body, status: 'active' })));
    const { body } = await backend.call('auditLog');
    expect(body.total).toBe(1);
    expect(body.rows[0]?.objects.map(({ name }) => name)).toEqual(['Berlin draft', 'Berlin']);
  });
});

describe('undoing a change', () => {
  test('restores the former state as a new revision', async () => {
    const backend = createTestApp();
    const before = (await backend.call('policy', { params: berlin })).body;
    await backend.call('updatePolicy', await edited(backend, berlin, locked(between('01:00', '02:00'))));
    const changeId = changeIdSchema.parse('change-000001');
    const { body } = await backend.call('undoChange', { params: { changeId } });
    expect(body.action).toBe('Undone: policy saved');
    const after = (await backend.call('policy', { params: berlin })).body;
    expect(bodyOf(after)).toEqual(bodyOf(before));
    expect(after.revision).toBe(3);
  });

  test('is refused if the object was saved in between', async () => {
    const backend = createTestApp();
    for (const name of ['Berlin 2', 'Berlin 3']) {
      await backend.call('updatePolicy', await edited(backend, berlin, (body) => ({ ...body, name })));
    }
    const reply = await backend.request('POST', '/changes/change-000001/undo');
    expect(reply).toMatchObject({ status: 409, body: { type: '/problems/state-forbids' } });
    expect((await backend.call('policy', { params: berlin })).body.name).toBe('Berlin 3');
  });
});

describe('a dry run', () => {
  test('lists the devices and runs that a save would change, and writes nothing', async () => {
    const backend = createTestApp();
    const objects = [{ fileName: 'invoice.scr', path: '', md5: '0123456789abcdef0123456789abcdef' }];
    await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ktm-lt-0001'), objects } });
    const before = await everything(backend);
    const { params, body } = await edited(backend, baseline, locked(between('22:00', '23:00')));
    const effects = (await backend.call('dryRun', { body: { operation: 'updatePolicy', params, body } })).body;
    expect(await everything(backend)).toBe(before);
    expect(effects.devices.total).toBe(4);
    expect(effects.devices.byValue).toContainEqual({
      setting: 'Scan start',
      from: '20:00–07:00',
      to: '22:00–23:00',
      count: 4,
    });
    expect(effects.overruled.map(({ policy, settings, by }) => [policy.name, settings, by.name])).toContainEqual([
      'Berlin',
      'additional',
      'Baseline',
    ]);

    await backend.call('updatePolicy', await edited(backend, baseline, locked(between('22:00', '23:00'))));
    const { first, ...counts } = effects.runs;
    expect(Object.values(counts).reduce((a, b) => a + b)).toBe(first.length);
    for (const { id, to } of first) {
      const run = await oneRun(backend.store, id);
      expect(run?.plan.kind === 'never' ? null : new Date(run?.plan.startMs ?? 0).toISOString()).toBe(to);
    }
  });

  test('is refused with the same problem as the write', async () => {
    const backend = createTestApp();
    const { params, body } = await edited(backend, berlin, (same) => same);
    const tried = (change: object) =>
      backend.request('POST', '/dry-run', {
        body: JSON.stringify({ operation: 'updatePolicy', params, body, ...change }),
      });
    expect((await tried({ params: { policyId: 'nobody' } })).status).toBe(404);
    expect((await tried({ body: { ...body, name: '' } })).status).toBe(422);
  });

  test('on a stale revision is refused as the write would be, not reported as undoing the other edit', async () => {
    const backend = createTestApp();
    const { params, body, ifMatch } = await edited(backend, berlin, (same) => same);
    await backend.call('updatePolicy', await edited(backend, berlin, locked(between('21:00', '22:00'))));
    const tried = (version: string) =>
      backend.request('POST', '/dry-run', {
        body: JSON.stringify({
          operation: 'updatePolicy',
          params,
          body: { ...body, name: 'Berlin mine' },
          ifMatch: version,
        }),
      });
    expect(await tried(ifMatch)).toMatchObject({ status: 412, body: { type: '/problems/revision-changed' } });
    expect((await tried('"2"')).status).toBe(200);
    expect((await tried('*')).status).toBe(200);
  });
});

test('an unknown user may not do anything', async () => {
  const response = await createTestApp().app.request('/api/v1/world', { headers: { 'x-vesper-user': 'nobody' } });
  expect(response.status).toBe(401);
});

test('a save records the name of the user', async () => {
  const backend = createTestApp();
  backend.signIn('j-keller');
  await backend.call('updatePolicy', await edited(backend, berlin, (body) => ({ ...body, name: 'Berlin 2' })));
  expect((await backend.call('policy', { params: berlin })).body.modifiedBy).toBe('J. Keller');
});

test('the answer to a write names its change, if something changed and can be undone', async () => {
  const backend = createTestApp();
  const policy = { params: berlin };
  const active = { ...policy, body: { status: 'active' as const }, ifMatch: '"1"' };
  expect((await backend.call('setPolicyStatus', active)).change).toBeNull();
  const off = await backend.call('setPolicyStatus', { ...active, body: { status: 'inactive' } });
  expect(off.change).toBe('change-000001');
  expect((await backend.request('POST', '/changes/change-000001/undo')).change).toBe('change-000002');
  expect((await backend.call('policy', policy)).change).toBeNull();
  const trial = { operation: 'deletePolicy' as const, params: { policyId: 'berlin' } };
  expect((await backend.call('dryRun', { body: trial })).change).toBeNull();
  const account = await backend.call('deleteAccount');
  expect(account.change).toBeNull();
});
