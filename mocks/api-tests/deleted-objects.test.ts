import { expect, test } from 'vitest';
import {
  changeIdSchema,
  deviceIdSchema,
  groupIdSchema,
  policyIdSchema,
  runIdSchema,
  taskIdSchema,
} from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';

// What is told of objects that are gone: their ids, for nothing else is known of them any more.

const deleted = deviceIdSchema.parse('ber-ws-0001');
const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];

test('a detection and a run outlive their device', async () => {
  const backend = createTestApp();
  await backend.call('simulateDetection', { body: { deviceId: deleted, objects } });
  await backend.store.commit({ devices: { remove: [deleted] } });
  const { rows } = (await backend.call('detections')).body;
  expect(rows[0]?.device).toEqual({ id: deleted, name: deleted, timeZone: 'UTC' });
  expect((await backend.call('detections', { query: { search: 'BER-WS-0001' } })).body.rows).toEqual([]);
  expect((await backend.call('detections', { query: { search: 'invoice' } })).body.rows).toHaveLength(1);
  const params = { taskId: taskIdSchema.parse('task-0001'), runId: runIdSchema.parse(`task-0001.${deleted}`) };
  expect((await backend.call('runDecisions', { params })).body.run.device.name).toBe(deleted);
});

test.each([
  ['made', 'PAR-01,Offices/Paris,Europe/Paris\n', 'par-01'],
  ['changed', 'BER-WS-0001,Labs,UTC\n', 'ber-ws-0001'],
])('an import that %s a device is not undone after the device is deleted', async (_, line, id) => {
  const backend = createTestApp();
  const csv = `Name,Group path,Time zone\n${line}`;
  const { valid, created, updated, newGroups } = (await backend.call('previewInventory', { body: csv })).body;
  const counted = { valid, created, updated, newGroups };
  const { change } = await backend.call('importInventory', { query: counted, body: csv });
  await backend.store.commit({ devices: { remove: [id] } });
  const reply = await backend.request('POST', `/changes/${changeIdSchema.parse(change)}/undo`);
  expect(reply).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining(`“${id}” was changed since`) as string },
  });
});

test('revisions are compared by the id of a group that was deleted', async () => {
  const backend = createTestApp();
  const policyId = policyIdSchema.parse('berlin');
  const labs = { groupId: groupIdSchema.parse('labs') };
  await backend.call('movePolicy', { params: { policyId }, body: labs, ifMatch: '*' });
  await backend.call('deleteGroup', {
    params: { groupId: groupIdSchema.parse('berlin') },
    query: { content: 'true' },
    ifMatch: '*',
  });
  const params = { kind: 'policy', objectId: 'berlin' } as const;
  const { changes } = (await backend.call('compareRevisions', { params, query: { from: 1, to: 2 } })).body;
  expect(changes[0]).toEqual({ setting: 'Group', from: 'berlin', to: 'Labs' });
});
