import type { Input, OperationName } from '#contract/operations.ts';
import {
  changeIdSchema,
  deviceIdSchema,
  groupIdSchema,
  policyIdSchema,
  runIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import type { createTestApp } from './test-app.ts';
import { bodyOf } from './policy-body.ts';

type TestBackend = ReturnType<typeof createTestApp>;
type Requested<N extends OperationName> = Partial<Input<N>> & { ifMatch?: string };

const groupId = groupIdSchema.parse('labs');
const offices = { groupId: groupIdSchema.parse('offices') };
const policyId = policyIdSchema.parse('berlin');
const deviceId = deviceIdSchema.parse('ber-ws-0001');
const taskId = taskIdSchema.parse('task-0001');
const group = { params: { groupId } };
const policy = { params: { policyId }, ifMatch: '*' };
const device = { params: { deviceId } };
const task = { params: { taskId } };
const ofBerlin = { kind: 'policy', objectId: 'berlin' } as const;
const explained = { settingsGroup: 'additional' } as const;
const job = { params: { jobId: '0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a' } };
const password = 'Quiet-Harbour-7';
const objects = [{ fileName: 'invoice.scr', path: '', md5: '0123456789abcdef0123456789abcdef' }];
const inventory = 'Name,Group path,Time zone\nPAR-01,Offices/Paris,Europe/Paris\n';
const detected = `Detected at,Device,File name,MD5\n2026-11-25T12:00:00Z,BER-WS-0001,invoice.scr,${'a'.repeat(32)}\n`;
const stream = { ...group, body: { count: 1, hours: 1, seed: 1 } };
const forecast: Input<'forecast'>['body'] = {
  place: { kind: 'group', groupId },
  detections: { kind: 'at', instants: ['2026-11-24T12:00:00Z'] },
};

/** A detection that is expected when the real time of the tests has gone on for a day. */
export const dueTomorrow = { query: { valid: 1, detections: 1 }, body: detected };

/** The small world with a task whose runs wait, and a change that can be taken back. */
export async function aWorldToAskIn(backend: TestBackend): Promise<void> {
  await backend.call('simulateDetection', { body: { deviceId, objects } });
  const { body } = await backend.call('policy', policy);
  await backend.call('updatePolicy', { ...policy, body: { ...bodyOf(body), name: 'Berlin as it was left' } });
}

/**
 * A request of each operation that succeeds in that world where the role allows it: what refuses it can only be the role.
 * One is made of what the backend says when it is asked.
 */
export const requests: {
  readonly [N in OperationName]: Requested<N> | ((backend: TestBackend) => Promise<Requested<N>>);
} = {
  groupTree: {},
  group,
  createGroup: { ...group, body: { name: 'Another' } },
  updateGroup: { ...group, body: { name: 'Another' }, ifMatch: '*' },
  moveGroup: { ...group, body: { parentId: offices.groupId }, ifMatch: '*' },
  deleteGroup: { ...group, query: { content: 'true' }, ifMatch: '*' },
  moveDevices: { body: { deviceIds: [deviceId], groupId } },
  setTimeZone: { body: { deviceIds: [deviceId], timeZone: 'Asia/Tokyo' } },
  groupDevices: group,
  device,
  setDeviceStatus: { ...device, body: { status: 'offline' } },
  deviceSettings: device,
  updateDeviceSettings: {
    ...device,
    body: {
      additional: {
        iocScanning: { scope: 'system-drives', start: { mode: 'manual' } },
        detectLegitimateApplications: false,
      },
    },
    ifMatch: '*',
  },
  readInventory: { body: inventory },
  previewInventory: { body: inventory },
  rejectedInventory: { body: inventory },
  importInventory: { query: { valid: 1, created: 1, updated: 0, newGroups: 1 }, body: inventory },
  exportInventory: group,
  groupPolicies: group,
  policy,
  updatePolicy: async (backend) => ({
    ...policy,
    body: { ...bodyOf((await backend.call('policy', policy)).body), name: 'Another' },
  }),
  createPolicy: { ...group, body: { name: 'Another' } },
  setPolicyStatus: { ...policy, body: { status: 'inactive' } },
  copyPolicy: { ...policy, body: { groupId } },
  movePolicy: { ...policy, body: { groupId } },
  deletePolicy: policy,
  exportPolicy: policy,
  importPolicy: async (backend) => ({ ...group, body: (await backend.call('exportPolicy', policy)).body }),
  groupTasks: group,
  deviceRuns: device,
  detections: {},
  simulateDetection: { body: { deviceId, objects } },
  retryDetections: { body: { detections: 'all' } },
  task,
  taskRuns: task,
  runDecisions: { params: { taskId, runId: runIdSchema.parse('task-0001.ber-ws-0001') } },
  taskTimeline: task,
  taskIocFile: task,
  startTask: { ...task, body: { runs: 'all' } },
  startGroupTasks: { params: offices, body: {} },
  pulse: {},
  previewDetections: { body: detected },
  importDetections: dueTomorrow,
  previewDetectionStream: stream,
  createDetectionStream: stream,
  account: {},
  createAccount: async (backend) => {
    if ((await backend.call('account')).body.exists) await backend.call('deleteAccount');
    return { body: { password, confirmation: password } };
  },
  deleteAccount: {},
  checkAccountPassword: { body: { password } },
  explainDevice: { params: { deviceId, ...explained } },
  explainDraft: {
    params: { deviceId, ...explained },
    body: { operation: 'deletePolicy', params: { policyId: 'berlin' } },
  },
  explainPolicy: { params: { policyId, ...explained } },
  groupSummary: group,
  search: { query: { search: 'berlin' } },
  history: { params: ofBerlin },
  compareRevisions: { params: ofBerlin, query: { from: '1', to: '2' } },
  restoreRevision: { params: { ...ofBerlin, number: '1' }, ifMatch: '*' },
  describeRevision: { params: { ...ofBerlin, number: '1' }, body: { description: 'Why it was so' } },
  auditLog: {},
  undoChange: { params: { changeId: changeIdSchema.parse('change-000001') } },
  dryRun: { body: { operation: 'deletePolicy', params: { policyId: 'berlin' } } },
  clock: {},
  setClock: { body: { command: 'pause' } },
  durationModel: {},
  setDurationModel: {
    body: {
      'system-drives': { fromMinutes: 5, toMinutes: 6 },
      'critical-areas': { fromMinutes: 1, toMinutes: 2 },
    },
  },
  preview: {
    body: {
      start: { mode: 'manual' },
      timeZone: 'Europe/Berlin',
      from: '2026-11-24T12:00:00Z',
      to: '2026-11-26T12:00:00Z',
    },
  },
  world: {},
  damagedRecords: {},
  storeWorld: {},
  openWorld: { body: { persistence: 'memory' } },
  resetWorld: {},
  job,
  cancelJob: job,
  forecast: { body: forecast },
  forecastRuns: { body: { place: forecast.place, detections: forecast.detections } },
  writeOutcome: { params: { key: job.params.jobId } },
};
