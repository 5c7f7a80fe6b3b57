import { describe, expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';
import { atOnce, scanning } from '../seed/vocabulary.ts';

const berlin = { kind: 'policy', objectId: 'berlin' } as const;
const offices = { kind: 'group', objectId: 'offices' } as const;
const device = { kind: 'device', objectId: 'ber-ws-0001' } as const;
const policyId = policyIdSchema.parse('berlin');
const groupId = groupIdSchema.parse('offices');
const json = (body: unknown) => ({ body: JSON.stringify(body) });

async function renamedTwice() {
  const backend = createTestApp();
  for (const [i, name] of ['Sites', 'Places'].entries()) {
    await backend.call('updateGroup', { params: { groupId }, body: { name }, ifMatch: `"${i + 1}"` });
  }
  return backend;
}

test('the history of a group is listed newest first, with the current revision', async () => {
  const backend = await renamedTwice();
  const { body, etag } = await backend.call('history', { params: offices });
  expect([body.revision, etag, body.rows.map(({ number }) => number)]).toEqual([3, '"3"', [3, 2, 1]]);
  expect(body.rows[0]).toMatchObject({ by: 'M. Admin', changes: [{ setting: 'Name', from: 'Sites', to: 'Places' }] });
});

test('two revisions are compared setting by setting, in either direction', async () => {
  const backend = await renamedTwice();
  const { body } = await backend.call('compareRevisions', { params: offices, query: { from: 3, to: 1 } });
  expect(body.changes).toEqual([{ setting: 'Name', from: 'Places', to: 'Offices' }]);
  expect(body.same).toEqual([{ setting: 'Parent group', value: 'Managed devices' }]);
});

test('a comparison of revisions shows that a policy moved', async () => {
  const backend = createTestApp();
  const body = { groupId: groupIdSchema.parse('labs') };
  await backend.call('movePolicy', { params: { policyId }, body, ifMatch: '"1"' });
  const compared = await backend.call('compareRevisions', { params: berlin, query: { from: 1, to: 2 } });
  expect(compared.body.changes).toEqual([
    { setting: 'Group', from: 'Berlin', to: 'Labs' },
    { setting: 'Status', from: 'Active', to: 'Inactive' },
  ]);
  expect(compared.body.same).toContainEqual({ setting: 'Scan start', value: '20:00–07:00' });
});

test('revisions of local settings are compared too, including unset and unchanged settings', async () => {
  const backend = createTestApp();
  const params = { deviceId: deviceIdSchema.parse('ber-ws-0001') };
  await backend.call('updateDeviceSettings', { params, body: { additional: scanning(atOnce) }, ifMatch: '"0"' });
  await backend.call('updateDeviceSettings', { params, body: { additional: null }, ifMatch: '"1"' });
  const compare = async (from: number, to: number) =>
    (await backend.call('compareRevisions', { params: device, query: { from, to } })).body;
  const taken = await compare(1, 2);
  expect(taken.changes).toContainEqual({ setting: 'Scan start', from: 'At once', to: 'not set on the device' });
  expect(taken.same).toEqual([
    { setting: 'Actions', value: 'not set on the device' },
    { setting: 'Authentication on Administration Server', value: 'not set on the device' },
  ]);
  expect((await compare(2, 2)).changes).toEqual([]);
});

test('the group of a policy that has not moved is listed as unchanged', async () => {
  const backend = createTestApp();
  const view = (await backend.call('policy', { params: { policyId } })).body;
  await backend.call('updatePolicy', { params: { policyId }, body: { ...bodyOf(view), name: 'B' }, ifMatch: '"1"' });
  const { body } = await backend.call('compareRevisions', { params: berlin, query: { from: 1, to: 2 } });
  expect(body.changes).toEqual([{ setting: 'Name', from: 'Berlin', to: 'B' }]);
  expect(body.same[0]).toEqual({ setting: 'Group', value: 'Berlin' });
});

describe('restoring', () => {
  test('a policy restores its settings; status and group stay, and a name in use gets a number', async () => {
    const backend = createTestApp();
    await backend.call('movePolicy', {
      params: { policyId },
      body: { groupId: groupIdSchema.parse('labs') },
      ifMatch: '"1"',
    });
    const view = (await backend.call('policy', { params: { policyId } })).body;
    const { settings } = bodyOf(view);
    const additional = { ...settings.additional, value: scanning(atOnce) };
    const body = {
      ...bodyOf(view),
      name: 'Elsewhere',
      inherit: false,
      force: true,
      settings: { ...settings, additional },
    };
    await backend.call('updatePolicy', { params: { policyId }, body, ifMatch: '"2"' });
    await backend.call('createPolicy', { params: { groupId: groupIdSchema.parse('labs') }, body: { name: 'Berlin' } });
    const restored = await backend.call('restoreRevision', { params: { ...berlin, number: 1 }, ifMatch: '"3"' });
    expect(restored).toMatchObject({
      etag: '"4"',
      body: { change: { action: 'Revision 1 restored', undoable: true } },
    });
    const now = await backend.store.get('policies', 'berlin');
    expect(now).toMatchObject({ name: 'Berlin (1)', groupId: 'labs', status: 'inactive', inherit: true, force: false });
    expect(now?.settings.additional.value.iocScanning.start.mode).toBe('interval');
  });

  test('local settings are restored, and equal ones are no change', async () => {
    const backend = createTestApp();
    const params = { deviceId: deviceIdSchema.parse('ber-ws-0001') };
    await backend.call('updateDeviceSettings', { params, body: { additional: scanning(atOnce) }, ifMatch: '"0"' });
    await backend.call('updateDeviceSettings', { params, body: { additional: null }, ifMatch: '"1"' });
    const restore = async (revision: string) =>
      (await backend.call('restoreRevision', { params: { ...device, number: 1 }, ifMatch: revision })).body;
    expect((await restore('"2"')).revision).toBe(3);
    expect((await backend.call('deviceSettings', { params })).body.additional.source).toEqual({ kind: 'device' });
    expect(await restore('"3"')).toEqual({ revision: 3, change: null });
  });
});

describe('a policy that was deleted', () => {
  async function deleted(...also: string[]) {
    const backend = createTestApp();
    await backend.call('deletePolicy', { params: { policyId }, ifMatch: '"1"' });
    for (const path of also) await backend.request('DELETE', path, { ifMatch: '"1"' });
    const restored = () => backend.request('POST', '/history/policy/berlin/1/restore', { ifMatch: '"1"' });
    return { backend, restored };
  }

  test('retains its history, and is restored to its group as inactive in a new revision', async () => {
    const { backend, restored } = await deleted();
    const { body } = await backend.call('history', { params: berlin });
    expect([body.deleted, body.revision, body.rows.length]).toEqual([true, 1, 1]);
    expect((await restored()).body).toMatchObject({ revision: 2, change: { action: 'Revision 1 restored' } });
    expect(await backend.store.get('policies', 'berlin')).toMatchObject({ groupId: 'berlin', status: 'inactive' });
    expect((await backend.call('history', { params: berlin })).body).toMatchObject({ deleted: false, revision: 2 });
  });

  test('is restored under a free name if its name is in use', async () => {
    const { backend, restored } = await deleted();
    await backend.call('createPolicy', {
      params: { groupId: groupIdSchema.parse('berlin') },
      body: { name: 'Berlin' },
    });
    expect((await restored()).status).toBe(200);
    expect(await backend.store.get('policies', 'berlin')).toMatchObject({ name: 'Berlin (1)' });
  });

  test('cannot be restored without its group, nor can a group: the error names the remedy', async () => {
    const { backend, restored } = await deleted('/groups/berlin?content=true');
    expect((await backend.call('history', { params: berlin })).body.deleted).toBe(true);
    expect((await restored()).body).toMatchObject({
      type: '/problems/state-forbids',
      detail: 'The group in which “Berlin” was is gone too. Undo the deletion of that group in the audit log first.',
    });
    const group = await backend.request('POST', '/history/group/berlin/1/restore', { ifMatch: '"1"' });
    expect(group.body).toMatchObject({ type: '/problems/state-forbids' });
  });
});

test('a description stays with its revision, is in the audit log, and can be undone', async () => {
  const backend = createTestApp();
  const params = { ...offices, number: 1 };
  const described = await backend.call('describeRevision', { params, body: { description: ' As ordered ' } });
  expect(described.body.description).toBe('As ordered');
  expect((await backend.call('auditLog')).body.rows[0]).toMatchObject({
    action: 'Revision described',
    lines: [{ object: 'Offices', setting: 'Description of revision 1', from: '', to: 'As ordered' }],
  });
  expect((await backend.call('group', { params: { groupId } })).body.revision).toBe(1);
  await backend.request('POST', '/changes/change-000001/undo');
  expect((await backend.call('history', { params: offices })).body.rows[0]?.description).toBe('');
});

test.each([
  ['GET', '/history/policy/nobody', undefined, 404],
  ['GET', '/history/task/berlin', undefined, 404],
  ['GET', '/history/device/nobody', undefined, 404],
  ['GET', '/history/policy/berlin/compare?from=1&to=9', undefined, 404],
  ['GET', '/history/policy/berlin/compare?from=1', undefined, 422],
  ['GET', '/history/policy/berlin/compare?from=0&to=1', undefined, 422],
  ['POST', '/history/policy/nobody/1/restore', undefined, 404],
  ['POST', '/history/policy/berlin/9/restore', undefined, 404],
  ['POST', '/history/policy/berlin/one/restore', undefined, 404],
  ['PUT', '/history/policy/berlin/9', { description: 'x' }, 404],
  ['PUT', '/history/policy/berlin/1', { description: 'x'.repeat(1001) }, 422],
])('%s %s is refused', async (method, path, body, status) => {
  const reply = await createTestApp().request(method, path, {
    ifMatch: '"1"',
    ...(body === undefined ? {} : json(body)),
  });
  expect(reply.status).toBe(status);
});

test('restoring needs a current If-Match', async () => {
  const backend = await renamedTwice();
  const path = '/history/group/offices/1/restore';
  expect((await backend.request('POST', path)).status).toBe(428);
  expect((await backend.request('POST', path, { ifMatch: '"2"' })).status).toBe(412);
  expect((await backend.call('group', { params: { groupId } })).body.name).toBe('Places');
});
