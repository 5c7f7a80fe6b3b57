import { performance } from 'node:perf_hooks';
import { deviceIdSchema, groupIdSchema, policyIdSchema, taskIdSchema } from '../src/domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { manyDevices } from '#mocks/seed/many-devices.ts';
import { between, scanning } from '#mocks/seed/vocabulary.ts';

// The Tasks tab at its full size, or at the one that is asked for: how long each request of it takes, and in how much memory.
//   npm run bench:runs [tasks] [devices]
const [tasks = 100, count = 100_000] = process.argv.slice(2).map(Number);
const now = Date.parse('2026-11-24T12:00:00Z');

const backend = createTestApp(new Date(now).toISOString(), manyDevices(count, now));
const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
const figures: [string, string][] = [];
async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const value = await work();
  figures.push([what, `${(performance.now() - begun).toFixed(0)} ms`]);
  return value;
}
const megabytes = () => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

const root = { groupId: groupIdSchema.parse('managed-devices') };
const task = { taskId: taskIdSchema.parse('task-0001') };
const before = megabytes();
const detect = () =>
  backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('device-50'), objects } });
await timed('the first task', detect);
await timed(`${String(tasks - 1)} more tasks`, async () => {
  for (let i = 1; i < tasks; i += 1) {
    backend.pass(1_000);
    await detect();
  }
});
figures.push(['memory of the tasks', `${(megabytes() - before).toFixed(0)} MB`]);
backend.pass(9 * 3_600_000);
const list = () => backend.call('groupTasks', { params: root });
await timed('the list of tasks, cold', list);
for (let i = 0; i < 3; i += 1) {
  backend.pass(1_000);
  await timed('the same a second later', list);
}
await timed('a subgroup’s list', () =>
  backend.call('groupTasks', { params: { groupId: groupIdSchema.parse('site-1') } }),
);
const page = (query: object) => backend.call('taskRuns', { params: task, query });
await timed('a page of runs by device, cold', () => page({ sort: 'device' }));
await timed('a page of runs by device', () => page({ sort: 'device', page: 900 }));
await timed('a page of waiting runs by start', () => page({ sort: 'start', state: 'waiting' }));
await timed('a page of runs by state, searched', () => page({ sort: 'state', search: '99', order: 'desc' }));
await timed('a device’s local tasks', () =>
  backend.call('deviceRuns', { params: { deviceId: deviceIdSchema.parse('device-777') } }),
);

const policy = { policyId: policyIdSchema.parse('baseline') };
const { body: view, etag } = await backend.call('policy', { params: policy });
const edit = {
  name: view.name,
  status: view.status,
  inherit: view.inherit,
  force: view.force,
  settings: {
    actions: view.settings.actions.own,
    authentication: view.settings.authentication.own,
    additional: { lock: 'closed' as const, value: scanning(between('21:30', '05:30')) },
  },
};
const dry = await timed('the effects of an edit that plans everything anew', () =>
  backend.call('dryRun', { body: { operation: 'updatePolicy', params: policy, body: edit } }),
);
await timed('the edit', () => backend.call('updatePolicy', { params: policy, body: edit, ifMatch: etag ?? '' }));
await timed('a device goes away', () =>
  backend.call('setDeviceStatus', {
    params: { deviceId: deviceIdSchema.parse('device-777') },
    body: { status: 'offline' },
  }),
);
await timed('the list after it', list);
const { startable } = (await list()).body;
const { body: started } = await timed('start all', () =>
  backend.call('startGroupTasks', { params: root, body: { expected: startable } }),
);
await timed('the list after it', list);
figures.push(['runs that the edit moves', JSON.stringify({ ...dry.body.runs, first: undefined })]);
figures.push(['runs started', `${started.started.toLocaleString('en')} of ${(tasks * count).toLocaleString('en')}`]);
figures.push(['memory in the end', `${(megabytes() - before).toFixed(0)} MB`]);
for (const [what, figure] of figures) console.log(`${what.padEnd(52)} ${figure}`);
