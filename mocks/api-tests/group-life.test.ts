import { describe, expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';

type Backend = ReturnType<typeof createTestApp>;
const id = (text: string) => groupIdSchema.parse(text);
const group = (text: string) => ({ groupId: id(text) });
const ifMatch = '"1"';
const json = (body: unknown) => ({ body: JSON.stringify(body) });
const problem = (type: string, status: number) => ({ type: `/problems/${type}`, status });
const everything = async ({ store }: Backend) =>
  JSON.stringify([await store.all('groups'), await store.all('policies'), await store.all('devices')]);
const placeOf = async (backend: Backend, device: string) => (await backend.store.get('devices', device))?.groupId;
const undone = (backend: Backend, number: number) =>
  backend.request('POST', `/changes/change-${String(number).padStart(6, '0')}/undo`);

test('the tree begins with Managed devices and ends with Unassigned devices', async () => {
  const { groups } = (await createTestApp().call('groupTree')).body;
  expect(groups.map(({ name }) => name)).toEqual([
    'Managed devices',
    'Berlin',
    'Kathmandu',
    'Labs',
    'Offices',
    'Unassigned devices',
  ]);
});

test('a group is created, renamed and moved, each time as a new revision, and a move is undone', async () => {
  const backend = createTestApp();
  const made = await backend.call('createGroup', { params: group('labs'), body: { name: 'Optics' } });
  expect(made).toMatchObject({ status: 201, etag: '"1"' });
  expect(made.body.path.map(({ name }) => name)).toEqual(['Managed devices', 'Labs', 'Optics']);
  const params = { groupId: made.body.id };
  const renamed = await backend.call('updateGroup', { params, body: { name: 'Berlin' }, ifMatch });
  expect([renamed.body.name, renamed.etag]).toEqual(['Berlin', '"2"']);
  const moved = await backend.call('moveGroup', { params, body: { parentId: id('offices') }, ifMatch: '"2"' });
  expect(moved.body).toMatchObject({ name: 'Berlin (1)', revision: 3 });
  await undone(backend, 3);
  const back = (await backend.call('group', { params })).body;
  expect([back.name, back.path.at(-2)?.name, back.revision]).toEqual(['Berlin', 'Labs', 4]);
});

test('the creation of a group can be undone', async () => {
  const backend = createTestApp();
  const { body } = await backend.call('createGroup', { params: group('labs'), body: { name: 'Optics' } });
  expect((await undone(backend, 1)).status).toBe(200);
  expect((await backend.request('GET', `/groups/${body.id}`)).status).toBe(404);
});

test('the devices of a moved group come under the policies of its new parent', async () => {
  const backend = createTestApp();
  await backend.call('moveGroup', { params: group('kathmandu'), body: { parentId: id('labs') }, ifMatch });
  const params = { deviceId: deviceIdSchema.parse('ktm-lt-0001') };
  expect((await backend.call('deviceSettings', { params })).body.policy?.name).toBe('Labs');
});

describe('deleting a group', () => {
  test('is refused for a group with content, and the error lists the content', async () => {
    const backend = createTestApp();
    const reply = await backend.request('DELETE', '/groups/berlin', { ifMatch });
    expect(reply.body).toMatchObject(problem('state-forbids', 409));
    expect(JSON.stringify(reply.body)).toContain('3 devices and 2 policies');
  });

  test('with content deletes policies and subgroups and unassigns devices; undo restores everything', async () => {
    const backend = createTestApp();
    const places = async () => (await backend.store.all('devices')).map((d) => [d.id, d.groupId]).sort();
    const before = await places();
    const params = group('offices');
    const deleted = await backend.call('deleteGroup', { params, query: { content: 'true' }, ifMatch });
    expect(deleted.body).toMatchObject({ action: 'Administration group deleted', undoable: true });
    expect((await backend.call('groupTree')).body.groups.map(({ name }) => name)).toEqual([
      'Managed devices',
      'Labs',
      'Unassigned devices',
    ]);
    expect(await placeOf(backend, 'ber-ws-0001')).toBe('unassigned-devices');
    const settings = await backend.call('deviceSettings', {
      params: { deviceId: deviceIdSchema.parse('ber-ws-0001') },
    });
    expect(settings.body.additional.source).toEqual({ kind: 'default' });
    expect((await undone(backend, 1)).status).toBe(200);
    expect(await places()).toEqual(before);
    expect((await backend.call('groupTree')).body.groups).toHaveLength(6);
    expect((await backend.call('auditLog')).body.rows[0]?.lines).toContainEqual(
      expect.objectContaining({ setting: 'Group', from: 'Unassigned devices', to: 'Berlin' }),
    );
  });

  test('a task retains the name of its group', async () => {
    const backend = createTestApp();
    const objects = [{ fileName: 'a.exe', path: '', md5: '0123456789abcdef0123456789abcdef' }];
    await backend.request('POST', '/detections', json({ deviceId: 'ber-ws-0001', objects }));
    await backend.call('deleteGroup', { params: group('berlin'), query: { content: 'true' }, ifMatch });
    const { body } = await backend.call('task', { params: { taskId: 'task-0001' } });
    expect(body.group).toEqual({ id: 'berlin', name: 'Berlin' });
  });

  test('the creation of a group with content cannot be undone', async () => {
    const backend = createTestApp();
    const { body } = await backend.call('createGroup', { params: group('labs'), body: { name: 'Optics' } });
    await backend.call('createPolicy', { params: group(body.id), body: { name: 'Optics' } });
    expect((await undone(backend, 1)).body).toMatchObject(problem('state-forbids', 409));
  });
});

test('devices move together as one change; those already in the group are not counted', async () => {
  const backend = createTestApp();
  const deviceIds = ['ber-ws-0001', 'ber-ws-0001', 'ktm-lt-0001', 'lab-ws-0001'].map((d) => deviceIdSchema.parse(d));
  const { body } = await backend.call('moveDevices', { body: { deviceIds, groupId: id('labs') } });
  expect([body.moved, body.change?.action]).toEqual([2, 'Devices moved']);
  expect(await placeOf(backend, 'ktm-lt-0001')).toBe('labs');
  await undone(backend, 1);
  expect([await placeOf(backend, 'ber-ws-0001'), await placeOf(backend, 'ktm-lt-0001')]).toEqual([
    'berlin',
    'kathmandu',
  ]);
});

test('a request may have ten thousand device ids', async () => {
  const deviceIds = Array.from({ length: 10_000 }, (_, i) => `${'x'.repeat(50)}-${i}`);
  const reply = await createTestApp().request('POST', '/devices/move', json({ deviceIds, groupId: 'labs' }));
  expect(reply.body).toMatchObject(problem('invalid-input', 422));
});

describe('an invalid write is refused and changes nothing', () => {
  test.each([
    ['POST', '/groups/nowhere/groups', { name: 'New' }, 'not-found', 404],
    ['POST', '/groups/offices/groups', { name: 'berlin' }, 'invalid-input', 422],
    ['POST', '/groups/unassigned-devices/groups', { name: 'New' }, 'state-forbids', 409],
    ['PUT', '/groups/nowhere', { name: 'New' }, 'not-found', 404],
    ['PUT', '/groups/berlin', { name: 'Kathmandu' }, 'invalid-input', 422],
    ['PUT', '/groups/berlin', { name: ' ' }, 'invalid-input', 422],
    ['PUT', '/groups/managed-devices', { name: 'New' }, 'state-forbids', 409],
    ['PUT', '/groups/unassigned-devices', { name: 'New' }, 'state-forbids', 409],
    ['POST', '/groups/nowhere/move', { parentId: 'labs' }, 'not-found', 404],
    ['POST', '/groups/offices/move', { parentId: 'offices' }, 'state-forbids', 409],
    ['POST', '/groups/offices/move', { parentId: 'berlin' }, 'state-forbids', 409],
    ['POST', '/groups/berlin/move', { parentId: 'offices' }, 'state-forbids', 409],
    ['POST', '/groups/berlin/move', { parentId: 'unassigned-devices' }, 'state-forbids', 409],
    ['POST', '/groups/berlin/move', { parentId: 'nowhere' }, 'invalid-input', 422],
    ['POST', '/groups/managed-devices/move', { parentId: 'labs' }, 'state-forbids', 409],
    ['DELETE', '/groups/nowhere', undefined, 'not-found', 404],
    ['DELETE', '/groups/berlin?content=perhaps', undefined, 'invalid-input', 422],
    ['DELETE', '/groups/managed-devices?content=true', undefined, 'state-forbids', 409],
    ['DELETE', '/groups/unassigned-devices?content=true', undefined, 'state-forbids', 409],
    ['POST', '/devices/move', { deviceIds: ['nobody'], groupId: 'labs' }, 'invalid-input', 422],
    ['POST', '/devices/move', { deviceIds: [], groupId: 'labs' }, 'invalid-input', 422],
    ['POST', '/devices/move', { deviceIds: ['ber-ws-0001'], groupId: 'nowhere' }, 'invalid-input', 422],
  ])('%s %s %j', async (method, path, body, kind, status) => {
    const backend = createTestApp();
    const before = await everything(backend);
    const reply = await backend.request(method, path, { ifMatch, ...(body === undefined ? {} : json(body)) });
    expect(reply.body).toMatchObject(problem(kind, status));
    expect(await everything(backend)).toBe(before);
  });

  test.each([
    ['PUT', '/groups/berlin', { name: 'New' }],
    ['POST', '/groups/berlin/move', { parentId: 'labs' }],
    ['DELETE', '/groups/berlin', undefined],
  ])('%s %s without If-Match, and with a stale one', async (method, path, body) => {
    const backend = createTestApp();
    const sent = body === undefined ? {} : json(body);
    expect((await backend.request(method, path, sent)).status).toBe(428);
    expect((await backend.request(method, path, { ...sent, ifMatch: '"7"' })).status).toBe(412);
  });
});

test('a dry run of a deletion with content reports the new group of the devices', async () => {
  const backend = createTestApp();
  const before = await everything(backend);
  const body = { operation: 'deleteGroup', params: { groupId: 'berlin' }, query: { content: 'true' } } as const;
  const effects = (await backend.call('dryRun', { body })).body;
  expect(effects.devices.byGroup).toEqual([
    { group: { id: 'unassigned-devices', name: 'Unassigned devices' }, count: 3 },
  ]);
  expect(await everything(backend)).toBe(before);
});
