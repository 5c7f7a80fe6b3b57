import { describe, expect, test } from 'vitest';
import { operations, type OperationName } from '#contract/operations.ts';
import { problemSchema } from '#contract/problem.ts';
import { roleNames, type Right, type Role } from '#contract/rights.ts';
import { changeIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { everything } from '../testing/random-edits.ts';
import { aWorldToAskIn, dueTomorrow, requests } from '../testing/role-requests.ts';

/**
 * The right of each operation, written down by hand: a row of the table of operations that says another one is wrong until
 * this one agrees. For what is asked of a thing by its kind it is the right of the one that is asked for here, a policy.
 */
const expected: Readonly<Record<OperationName, Right>> = {
  groupTree: 'view',
  group: 'view',
  createGroup: 'manage-groups',
  updateGroup: 'manage-groups',
  moveGroup: 'manage-groups',
  deleteGroup: 'manage-groups',
  moveDevices: 'manage-devices',
  setTimeZone: 'manage-devices',
  groupDevices: 'view',
  device: 'view',
  setDeviceStatus: 'simulate',
  deviceSettings: 'view',
  updateDeviceSettings: 'manage-devices',
  readInventory: 'view',
  previewInventory: 'view',
  rejectedInventory: 'view',
  importInventory: 'manage-devices',
  exportInventory: 'view',
  groupPolicies: 'view',
  policy: 'view',
  updatePolicy: 'manage-policies',
  createPolicy: 'manage-policies',
  setPolicyStatus: 'manage-policies',
  copyPolicy: 'manage-policies',
  movePolicy: 'manage-policies',
  deletePolicy: 'manage-policies',
  exportPolicy: 'view',
  importPolicy: 'manage-policies',
  groupTasks: 'view',
  deviceRuns: 'view',
  detections: 'view',
  simulateDetection: 'simulate',
  retryDetections: 'simulate',
  task: 'view',
  taskRuns: 'view',
  runDecisions: 'view',
  taskTimeline: 'view',
  taskIocFile: 'view',
  startTask: 'start-scans',
  startGroupTasks: 'start-scans',
  pulse: 'view',
  previewDetections: 'view',
  importDetections: 'simulate',
  previewDetectionStream: 'view',
  createDetectionStream: 'simulate',
  account: 'view',
  createAccount: 'manage-account',
  deleteAccount: 'manage-account',
  checkAccountPassword: 'manage-account',
  explainDevice: 'view',
  explainDraft: 'view',
  explainPolicy: 'view',
  groupSummary: 'view',
  search: 'view',
  history: 'view',
  compareRevisions: 'view',
  restoreRevision: 'manage-policies',
  describeRevision: 'manage-policies',
  auditLog: 'view',
  undoChange: 'manage-policies',
  dryRun: 'view',
  clock: 'view',
  setClock: 'simulate',
  durationModel: 'view',
  setDurationModel: 'simulate',
  preview: 'view',
  world: 'view',
  damagedRecords: 'view',
  storeWorld: 'view',
  openWorld: 'view',
  resetWorld: 'reset-data',
  job: 'view',
  cancelJob: 'view',
  forecast: 'view',
  forecastRuns: 'view',
  writeOutcome: 'view',
};

const users: Readonly<Record<Role, { id: string; may: readonly Right[] }>> = {
  'main-administrator': {
    id: 'm-admin',
    may: [
      ...(['view', 'start-scans', 'simulate', 'reset-data', 'manage-account'] as const),
      ...(['manage-policies', 'manage-groups', 'manage-devices'] as const),
    ],
  },
  operator: { id: 't-okafor', may: ['view', 'start-scans', 'simulate'] },
  auditor: { id: 'l-novak', may: ['view'] },
};

const names = Object.keys(operations) as OperationName[];
const everyRole = Object.keys(users) as Role[];

/** What a role is answered, with what the store held before and holds after. */
async function requested(name: OperationName, role: Role) {
  const backend = createTestApp();
  await aWorldToAskIn(backend);
  const request = requests[name];
  const input = typeof request === 'function' ? await request(backend) : request;
  const current = async () => [await backend.store.version(), await everything(backend.store)] as const;
  const before = await current();
  backend.signIn(users[role].id);
  const reply = await backend.ask(name, input);
  return { reply, before, after: await current() };
}

describe.each(names)('%s', (name) => {
  test.each(everyRole.filter((role) => users[role].may.includes(expected[name])))(
    'succeeds for the role %s',
    async (role) => {
      const { reply } = await requested(name, role);
      expect(reply.status, JSON.stringify(reply.body)).toBe(operations[name].status);
    },
  );

  test.each(everyRole.filter((role) => !users[role].may.includes(expected[name])))(
    'is refused to the role %s with the right that is missing, and nothing is written',
    async (role) => {
      const { reply, before, after } = await requested(name, role);
      expect(reply.type).toBe('application/problem+json');
      const problem = problemSchema.strict().parse(reply.body);
      expect(problem).toMatchObject({ status: 403, type: '/problems/not-allowed', right: expected[name], role });
      expect(problem.detail).toContain(`Your role, ${roleNames[role]}, may not`);
      expect(problem.detail).toContain('sign in as one');
      expect(after).toEqual(before);
    },
  );
});

describe('the order of checks', () => {
  const auditing = () => {
    const backend = createTestApp();
    backend.signIn('l-novak');
    return backend;
  };

  test.each([
    ['an object that is not there', 'DELETE', '/policies/nobody', {}],
    ['a body that is no JSON', 'PUT', '/policies/berlin', { body: '{"name":', ifMatch: '"1"' }],
    ['a revision that is stale', 'PUT', '/groups/labs', { body: '{"name":"Labs"}', ifMatch: '"99"' }],
    ['a revision that is missing', 'DELETE', '/groups/labs', {}],
    ['a state that forbids it', 'POST', '/clock', { body: '{"command":"jump","to":"2020-01-01T00:00:00Z"}' }],
    ['a file with nothing in it', 'POST', '/inventory/import', { body: '' }],
  ])('the role is checked before %s', async (_, method, path, init) => {
    expect(await auditing().request(method, path, init)).toMatchObject({ status: 403 });
  });

  test('the user is checked before the role', async () => {
    const backend = createTestApp();
    backend.signIn('nobody');
    expect(await backend.request('DELETE', '/policies/berlin')).toMatchObject({ status: 401 });
  });

  test('a refused request does not process due detections', async () => {
    const backend = createTestApp();
    await backend.call('importDetections', dueTomorrow);
    backend.pass(30 * 3_600_000);
    backend.signIn('l-novak');
    const before = await everything(backend.store);
    expect(await backend.request('POST', '/world/reset')).toMatchObject({ status: 403 });
    expect(await everything(backend.store)).toBe(before);
  });
});

describe('undo, restore and describe need the right of their object', () => {
  test.each([
    ['a policy', 'manage-policies', '/policies/berlin/status', { body: '{"status":"inactive"}', ifMatch: '*' }],
    ['a group', 'manage-groups', '/groups/labs/groups', { body: '{"name":"Another"}' }],
    ['devices', 'manage-devices', '/devices/move', { body: '{"deviceIds":["ber-ws-0001"],"groupId":"labs"}' }],
  ])('%s', async (_, right, path, init) => {
    const backend = createTestApp();
    const { change } = await backend.request('POST', path, init);
    const changeId = changeIdSchema.parse(change);
    backend.signIn('t-okafor');
    expect((await backend.ask('undoChange', { params: { changeId } })).body).toMatchObject({ status: 403, right });
    backend.signIn('j-keller');
    await backend.call('undoChange', { params: { changeId } });
  });

  test.each([
    ['policy', 'berlin', 'manage-policies'],
    ['group', 'labs', 'manage-groups'],
    ['device', 'ber-ws-0001', 'manage-devices'],
  ] as const)('a revision of a %s', async (kind, objectId, right) => {
    const backend = createTestApp();
    backend.signIn('t-okafor');
    const params = { kind, objectId, number: '1' };
    expect((await backend.ask('restoreRevision', { params })).body).toMatchObject({ status: 403, right });
    const body = { description: 'Mine' };
    expect((await backend.ask('describeRevision', { params, body })).body).toMatchObject({ status: 403, right });
  });

  test('an unknown change is not found for any role', async () => {
    const backend = createTestApp();
    backend.signIn('l-novak');
    const params = { changeId: changeIdSchema.parse('change-999999') };
    expect(await backend.ask('undoChange', { params })).toMatchObject({ status: 404 });
  });
});

test('the session lists the signed-in user and all users with roles and rights', async () => {
  const backend = createTestApp();
  backend.signIn('t-okafor');
  const { body } = await backend.call('world');
  expect(body).toMatchObject({ user: 'T. Okafor', role: 'operator', rights: users.operator.may });
  expect(body.users.map(({ name, role }) => [name, role])).toEqual([
    ['M. Admin', 'main-administrator'],
    ['J. Keller', 'main-administrator'],
    ['S. Rao', 'main-administrator'],
    ['T. Okafor', 'operator'],
    ['L. Novak', 'auditor'],
  ]);
});
