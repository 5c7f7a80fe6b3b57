import { expect, test } from 'vitest';
import type { PolicySort } from '#contract/policies.ts';
import { deviceIdSchema, groupIdSchema, taskIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { emptyLast } from '#backend/queries/page.ts';

const berlin = { groupId: groupIdSchema.parse('berlin') };
const root = { groupId: groupIdSchema.parse('managed-devices') };

const detectOn = (backend: ReturnType<typeof createTestApp>, deviceId: string, fileName: string) =>
  backend.request('POST', '/detections', {
    body: JSON.stringify({ deviceId, objects: [{ fileName, md5: '0123456789abcdef0123456789abcdef' }] }),
  });

test('policies are listed from the nearest group up by default', async () => {
  const { body } = await createTestApp().call('groupPolicies', { params: berlin });
  expect(body.rows.map(({ name }) => name)).toEqual(['Berlin', 'Berlin draft', 'Travellers', 'Baseline']);
});

test.each<[PolicySort, 'asc' | 'desc', string[]]>([
  ['name', 'asc', ['Baseline', 'Berlin', 'Berlin draft', 'Travellers']],
  ['name', 'desc', ['Travellers', 'Berlin draft', 'Berlin', 'Baseline']],
  ['status', 'asc', ['Berlin', 'Baseline', 'Berlin draft', 'Travellers']],
  ['group', 'asc', ['Berlin', 'Berlin draft', 'Baseline', 'Travellers']],
])('policies sorted by %s, %s', async (sort, order, names) => {
  const { body } = await createTestApp().call('groupPolicies', { params: berlin, query: { sort, order } });
  expect(body.rows.map(({ name }) => name)).toEqual(names);
});

test('a listed policy names the policy that locks it from above', async () => {
  const backend = createTestApp();
  const put = (await backend.store.all('policies')).map((policy) =>
    policy.id === 'baseline'
      ? {
          ...policy,
          settings: { ...policy.settings, additional: { ...policy.settings.additional, lock: 'closed' as const } },
        }
      : policy,
  );
  await backend.store.commit({ policies: { put } });
  const { body } = await backend.call('groupPolicies', { params: berlin });
  expect(body.rows.map(({ name, lockedBy }) => [name, lockedBy?.name ?? null])).toEqual([
    ['Berlin', 'Baseline'],
    ['Berlin draft', 'Baseline'],
    ['Travellers', null],
    ['Baseline', null],
  ]);
});

test('policies are sorted by revision as numbers', async () => {
  const backend = createTestApp();
  const revisions = new Map([
    ['berlin', 12],
    ['baseline', 9],
  ]);
  const put = (await backend.store.all('policies')).map((policy) => ({
    ...policy,
    revision: revisions.get(policy.id) ?? 1,
  }));
  await backend.store.commit({ policies: { put } });
  const { body } = await backend.call('groupPolicies', { params: berlin, query: { sort: 'revision', order: 'desc' } });
  expect(body.rows.map(({ revision }) => revision)).toEqual([12, 9, 1, 1]);
});

test('policies are searched by name and filtered by status', async () => {
  const backend = createTestApp();
  const names = async (query: { search?: string; status?: 'inactive' | 'active' }) =>
    (await backend.call('groupPolicies', { params: berlin, query })).body.rows.map(({ name }) => name);
  expect(await names({ search: 'BERLIN' })).toEqual(['Berlin', 'Berlin draft']);
  expect(await names({ search: 'berlin', status: 'inactive' })).toEqual(['Berlin draft']);
});

test('tasks are searched and sorted; the number of startable runs counts all tasks', async () => {
  const backend = createTestApp();
  await detectOn(backend, 'ber-ws-0001', 'beta.exe');
  backend.pass(60_000);
  await detectOn(backend, 'ber-ws-0002', 'alpha.exe');
  const tasks = async (query: object) => (await backend.call('groupTasks', { params: root, query })).body;
  const ids = (body: Awaited<ReturnType<typeof tasks>>) => body.rows.map(({ id }) => id);
  const all = await tasks({});
  expect(ids(all)).toEqual(['task-0002', 'task-0001']);
  expect(ids(await tasks({ sort: 'created', order: 'asc' }))).toEqual(['task-0001', 'task-0002']);
  expect(ids(await tasks({ sort: 'name', order: 'asc' }))).toEqual(['task-0002', 'task-0001']);
  const found = await tasks({ search: 'beta' });
  expect(ids(found)).toEqual(['task-0001']);
  expect(found.startable).toBe(all.startable);
  expect(ids(await tasks({ search: 'BER-WS-0002' }))).toEqual(['task-0002']);
});

test('runs without a start come last, in both sort directions', async () => {
  const backend = createTestApp('2026-11-24T18:00:00Z');
  await detectOn(backend, 'ber-ws-0001', 'beta.exe');
  const starts = async (order: 'asc' | 'desc') => {
    const { body } = await backend.call('taskRuns', {
      params: { taskId: taskIdSchema.parse('task-0001') },
      query: { sort: 'start', order },
    });
    return body.rows.map(({ start }) => start);
  };
  const [first, second, none] = await starts('asc');
  expect(none).toBeNull();
  expect((first ?? '') < (second ?? '')).toBe(true);
  expect(await starts('desc')).toEqual([second, first, null]);
});

test('the local tasks of a device can be listed newest first', async () => {
  const backend = createTestApp();
  await detectOn(backend, 'ber-ws-0001', 'zeta.exe');
  await detectOn(backend, 'ber-ws-0001', 'alpha.exe');
  const { body } = await backend.call('deviceRuns', {
    params: { deviceId: deviceIdSchema.parse('ber-ws-0002') },
    query: { sort: 'task', order: 'desc' },
  });
  expect(body.rows.map(({ taskId }) => taskId)).toEqual(['task-0002', 'task-0001']);
});

test('the local tasks of a device are sorted by state and by start; equal ones by task', async () => {
  const backend = createTestApp('2026-11-24T18:00:00Z');
  for (const fileName of ['zeta.exe', 'alpha.exe']) await detectOn(backend, 'ber-ws-0001', fileName);
  const byHand = { runs: ['task-0002.ber-ws-0002'] };
  await backend.call('startTask', { params: { taskId: taskIdSchema.parse('task-0002') }, body: byHand });
  const list = async (sort: 'device' | 'state' | 'start', order: 'asc' | 'desc') => {
    const deviceId = deviceIdSchema.parse('ber-ws-0002');
    const { body } = await backend.call('deviceRuns', { params: { deviceId }, query: { sort, order } });
    return body.rows.map(({ taskId, state }) => `${taskId} ${state}`);
  };
  const [waiting, running] = ['task-0001 waiting', 'task-0002 running'];
  expect(await list('device', 'asc')).toEqual([waiting, running]);
  expect(await list('device', 'desc')).toEqual([waiting, running]);
  expect(await list('state', 'asc')).toEqual([running, waiting]);
  expect(await list('start', 'asc')).toEqual([running, waiting]);
  expect(await list('start', 'desc')).toEqual([waiting, running]);
});

test.each([
  [2, 10, 'asc', -8],
  [2, 10, 'desc', 8],
  ['Rack 2', 'Rack 12', 'asc', -1],
  [null, 'a', 'asc', 1],
  [null, 'a', 'desc', 1],
  ['a', null, 'desc', -1],
  [null, null, 'asc', 0],
] as const)('%s before %s, %s', (a, b, order, sign) => {
  expect(Math.sign(emptyLast(a, b, order))).toBe(Math.sign(sign));
});
