import { describe, expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { operations } from '#contract/operations.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';
import { isConditionalWrite } from '#backend/queries/current-revision.ts';

type Backend = ReturnType<typeof createTestApp>;
const group = (id: string) => ({ groupId: groupIdSchema.parse(id) });
const policy = (id: string) => ({ policyId: policyIdSchema.parse(id) });
const ifMatch = '"1"';
const json = (body: unknown) => ({ body: JSON.stringify(body) });
const problem = (type: string, status: number) => ({ type: `/problems/${type}`, status });
const stored = (backend: Backend, id: string) => backend.store.get('policies', id);
const undone = (backend: Backend, number: number) =>
  backend.request('POST', `/changes/change-${String(number).padStart(6, '0')}/undo`);

test('exactly the conditional writes of the contract check a revision', () => {
  const conditional = Object.entries(operations).filter(([, op]) => op.conditional && op.method !== 'GET');
  const names = Object.keys(operations).filter((name) => isConditionalWrite(name as keyof typeof operations));
  expect(names.sort()).toEqual(conditional.map(([name]) => name).sort());
});

describe('creating a policy', () => {
  test('it is inactive, inherits, has the application defaults, and can be undone', async () => {
    const backend = createTestApp();
    const { body, status, etag } = await backend.call('createPolicy', { params: group('labs'), body: { name: 'New' } });
    expect([status, etag]).toEqual([201, '"1"']);
    expect(body).toMatchObject({ name: 'New', status: 'inactive', inherit: true, force: false, group: { id: 'labs' } });
    expect(body.settings.additional.own).toMatchObject({
      lock: 'open',
      value: { iocScanning: { start: { mode: 'manual' } } },
    });
    expect((await undone(backend, 1)).status).toBe(200);
    expect(await stored(backend, body.id)).toBeUndefined();
  });

  test('a policy created as active replaces the former one in the same step', async () => {
    const backend = createTestApp();
    await backend.call('createPolicy', { params: group('labs'), body: { name: 'New', status: 'active' } });
    expect((await stored(backend, 'labs'))?.status).toBe('inactive');
    expect((await backend.call('auditLog')).body.total).toBe(1);
  });
});

test('a new out-of-office policy replaces that of the group; undo restores the former one', async () => {
  const backend = createTestApp();
  const { body } = await backend.call('copyPolicy', { params: policy('travellers'), body: group('offices') });
  await backend.call('setPolicyStatus', { params: policy(body.id), body: { status: 'out-of-office' }, ifMatch });
  expect((await stored(backend, 'travellers'))?.status).toBe('inactive');
  await undone(backend, 2);
  expect((await stored(backend, 'travellers'))?.status).toBe('out-of-office');
  expect((await stored(backend, body.id))?.status).toBe('inactive');
});

test('inheritance forced from above cannot be switched off below: the error names the forcing policy', async () => {
  const backend = createTestApp();
  const save = async (id: string, edit: object) => {
    const { body, etag } = await backend.call('policy', { params: policy(id) });
    return backend.request('PUT', `/policies/${id}`, { ...json({ ...bodyOf(body), ...edit }), ifMatch: etag ?? '' });
  };
  expect((await save('baseline', { force: true })).status).toBe(200);
  expect(await save('berlin', { inherit: false })).toMatchObject({
    status: 409,
    body: {
      ...problem('locked-from-above', 409),
      detail: 'The policy “Baseline” forces inheritance here. Change it there.',
      errors: [{ path: '/inherit' }],
    },
  });
  expect((await stored(backend, 'berlin'))?.inherit).toBe(true);
});

test('undo is refused if it would leave two active policies in a group', async () => {
  const backend = createTestApp();
  await backend.call('setPolicyStatus', { params: policy('berlin'), body: { status: 'inactive' }, ifMatch });
  await backend.call('setPolicyStatus', { params: policy('berlin-draft'), body: { status: 'active' }, ifMatch });
  expect((await undone(backend, 1)).body).toMatchObject(problem('state-forbids', 409));
  expect((await stored(backend, 'berlin'))?.status).toBe('inactive');
});

describe('copying and moving', () => {
  test('both create an inactive policy with a free name in the target group', async () => {
    const backend = createTestApp();
    const copy = async () =>
      (await backend.call('copyPolicy', { params: policy('berlin'), body: group('berlin') })).body.name;
    expect([await copy(), await copy()]).toEqual(['Berlin (1)', 'Berlin (2)']);
    await backend.call('createPolicy', { params: group('labs'), body: { name: 'BERLIN' } });
    const moved = await backend.call('movePolicy', { params: policy('berlin'), body: group('labs'), ifMatch });
    expect(moved.body).toMatchObject({ name: 'Berlin (1)', status: 'inactive', group: { id: 'labs' } });
    await undone(backend, 4);
    expect(await stored(backend, 'berlin')).toMatchObject({ name: 'Berlin', status: 'active', groupId: 'berlin' });
  });

  test('a long name is shortened by whole characters to make room for its number', async () => {
    const backend = createTestApp();
    const name = '🦉'.repeat(50);
    const { body } = await backend.call('createPolicy', { params: group('labs'), body: { name } });
    const copy = (await backend.call('copyPolicy', { params: policy(body.id), body: group('labs') })).body;
    expect(copy.name).toBe(`${'🦉'.repeat(48)} (1)`);
  });
});

test('deleting returns the change, and undo restores the policy as a new revision', async () => {
  const backend = createTestApp();
  const deleted = await backend.call('deletePolicy', { params: policy('berlin'), ifMatch });
  expect(deleted.body).toMatchObject({ action: 'Policy deleted', undoable: true });
  expect((await backend.request('GET', '/policies/berlin')).status).toBe(404);
  expect((await undone(backend, 1)).status).toBe(200);
  expect(await stored(backend, 'berlin')).toMatchObject({ status: 'active', revision: 2 });
});

describe('an invalid write is refused and changes nothing', () => {
  test.each([
    ['POST', '/groups/nowhere/policies', { name: 'New' }, 'not-found', 404],
    ['POST', '/groups/labs/policies', { name: 'labs' }, 'invalid-input', 422],
    ['POST', '/groups/labs/policies', { name: 'a*b' }, 'invalid-input', 422],
    ['POST', '/groups/unassigned-devices/policies', { name: 'New' }, 'state-forbids', 409],
    ['POST', '/policies/nobody/status', { status: 'active' }, 'not-found', 404],
    ['POST', '/policies/berlin/status', { status: 'asleep' }, 'invalid-input', 422],
    ['POST', '/policies/nobody/copy', { groupId: 'labs' }, 'not-found', 404],
    ['POST', '/policies/berlin/copy', { groupId: 'nowhere' }, 'invalid-input', 422],
    ['POST', '/policies/berlin/copy', { groupId: 'unassigned-devices' }, 'state-forbids', 409],
    ['POST', '/policies/nobody/move', { groupId: 'labs' }, 'not-found', 404],
    ['POST', '/policies/berlin/move', { groupId: 'berlin' }, 'state-forbids', 409],
    ['POST', '/policies/berlin/move', { groupId: 'nowhere' }, 'invalid-input', 422],
    ['DELETE', '/policies/nobody', undefined, 'not-found', 404],
    ['GET', '/policies/nobody/export', undefined, 'not-found', 404],
    ['POST', '/groups/nowhere/policies/import', {}, 'invalid-input', 422],
  ])('%s %s %j', async (method, path, body, kind, status) => {
    const backend = createTestApp();
    const before = await backend.store.all('policies');
    const reply = await backend.request(method, path, { ifMatch, ...(body === undefined ? {} : json(body)) });
    expect(reply.body).toMatchObject(problem(kind, status));
    expect(await backend.store.all('policies')).toEqual(before);
  });

  test.each([
    ['POST', '/policies/berlin/status', { status: 'inactive' }],
    ['POST', '/policies/berlin/move', { groupId: 'labs' }],
    ['DELETE', '/policies/berlin', undefined],
  ])('%s %s without If-Match, and with a stale one', async (method, path, body) => {
    const backend = createTestApp();
    const sent = body === undefined ? {} : json(body);
    expect((await backend.request(method, path, sent)).status).toBe(428);
    expect((await backend.request(method, path, { ...sent, ifMatch: '"7"' })).status).toBe(412);
    expect(await stored(backend, 'berlin')).toMatchObject({ revision: 1, groupId: 'berlin', status: 'active' });
  });

  test('renaming to a name in use in the group', async () => {
    const backend = createTestApp();
    const { body } = await backend.call('policy', { params: policy('berlin') });
    const reply = await backend.request('PUT', '/policies/berlin', {
      ifMatch,
      ...json({ ...bodyOf(body), name: 'Berlin Draft' }),
    });
    expect(reply.body).toMatchObject({ ...problem('invalid-input', 422), errors: [{ path: '/name' }] });
  });
});

test('a device without a policy uses the application defaults', async () => {
  const backend = createTestApp();
  await backend.call('deletePolicy', { params: policy('labs'), ifMatch });
  await backend.call('deletePolicy', { params: policy('baseline'), ifMatch });
  const params = { deviceId: deviceIdSchema.parse('lab-ws-0001') };
  const { body } = await backend.call('deviceSettings', { params });
  expect([body.policy, body.additional.source.kind]).toEqual([null, 'default']);
});
