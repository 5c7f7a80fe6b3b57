import { openDB } from 'idb';
import { describe, expect, test } from 'vitest';
import { managedDevices, unassignedDevices } from '#domain/fleet/fleet.ts';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';
import { aDevice, aGroup } from '#mocks/seed/vocabulary.ts';
import { journal, now, open } from '#mocks/adapters/indexeddb/store-fixtures.ts';
import { createMemoryStore } from '#backend/adapters/memory/memory-store.ts';
import { openedWorld } from '#backend/records/opened-world.ts';
import type { Changes } from '#backend/ports/store.ts';

const beneath = makeWorld('small', now);
const opened = (...commits: Changes[]) => openedWorld(beneath, commits, () => makeWorld('small', now));
const recordIn = <C extends 'groups' | 'policies' | 'devices'>(collection: C, id: string) => {
  const record = beneath[collection].find((each) => each.id === id);
  if (!record) throw new Error(`no ${id}`);
  return record;
};
/** A record of which some fields are no longer what they were. */
const spoilt = <T extends object>(record: T, fields: Record<string, unknown>): T => ({ ...record, ...fields });
const berlin = recordIn('policies', 'berlin');
const server = beneath.server[0];
if (!server) throw new Error('no server');

describe('a damaged record with revisions', () => {
  test('is replaced by its latest readable revision', () => {
    const saved = { ...berlin, name: 'Saved', revision: 2 };
    const revision = (number: number, record: object) => ({
      ...{ id: `policy/berlin.${String(number)}`, object: 'policy/berlin', number },
      ...{ atMs: now, by: 'M. Admin', changes: [], description: '', record },
    });
    const { world, damaged } = opened({
      policies: { put: [spoilt({ ...saved, name: 'Later', revision: 3 }, { settings: null })] },
      revisions: { put: [revision(2, saved), revision(3, { ...saved, name: 7 })] as never },
    });
    expect(world.policies.find(({ id }) => id === 'berlin')).toEqual(saved);
    expect(damaged).toMatchObject([
      { collection: 'policies', id: 'berlin', name: 'Later', instead: 'Revision 2 is used instead.' },
      { collection: 'revisions', id: 'policy/berlin.3', instead: 'It was set aside.' },
    ]);
    expect(damaged[0]?.faults[0]?.path).toBe('settings');
  });
});

describe('a damaged record without revisions', () => {
  test('is set aside, and an older version does not reappear', () => {
    const { world, damaged } = opened({
      devices: { put: [spoilt(recordIn('devices', 'ber-ws-0001'), { status: 'somewhere' })] },
    });
    expect(world.devices.map(({ id }) => id)).not.toContain('ber-ws-0001');
    expect(world.devices).toHaveLength(beneath.devices.length - 1);
    expect(damaged).toMatchObject([
      { collection: 'devices', id: 'ber-ws-0001', name: 'BER-WS-0001', faults: [{ path: 'status' }] },
    ]);
  });

  test('is reported without an unreadable id', () => {
    const { world, damaged } = opened({ devices: { put: [null, 7, { id: 7, name: 'X' }] as never } });
    expect(world.devices).toEqual(beneath.devices);
    expect(damaged.map(({ id, name, record }) => [id, name, record])).toEqual([
      [null, null, null],
      [null, null, 7],
      [null, 'X', { id: 7, name: 'X' }],
    ]);
  });

  test('a device with an unknown time zone is not damaged: it can be corrected', () => {
    const { world, damaged } = opened({ devices: { put: [aDevice('X-1', 'berlin', 'Mars/Olympus')] } });
    expect(world.devices.at(-1)).toMatchObject({ name: 'X-1', timeZone: 'Mars/Olympus' });
    expect(damaged).toEqual([]);
  });
});

describe('a damaged server record', () => {
  test('retains every readable field; numbering continues', () => {
    const detection = (id: string) => ({
      ...{ id, detectedAtMs: now, deviceId: 'ber-ws-0001', objects: [], taskId: null, missing: [], localActions: [] },
    });
    const { world, damaged } = opened({
      server: { put: [spoilt(server, { nextNumber: Number.NaN, timeZone: 'Mars/Olympus', clock: null, seed: 99 })] },
      detections: { put: [detection('det-0041'), detection('det-0007')] as never },
    });
    expect(world.server).toEqual([{ ...server, nextNumber: 42, seed: 99 }]);
    expect(damaged).toHaveLength(1);
    expect(damaged[0]?.faults.map(({ path }) => path)).toEqual(['timeZone', 'clock', 'nextNumber']);
  });

  test('that is missing gets the initial values', () => {
    const { world, damaged } = opened({ server: { put: [], remove: ['server'] } });
    expect(world.server).toEqual([server]);
    expect(damaged).toMatchObject([{ collection: 'server', faults: [{ message: 'It is missing.' }] }]);
  });
});

describe('a dangling reference', () => {
  const deleted = groupIdSchema.parse('gone');

  test('a device is shown in Unassigned devices, a policy is set aside, a group comes under the root', () => {
    const { world, damaged } = opened({
      devices: { put: [{ ...recordIn('devices', 'ber-ws-0001'), groupId: deleted }] },
      policies: { put: [{ ...berlin, id: policyIdSchema.parse('lost'), groupId: deleted }] },
      groups: { put: [aGroup('cellar', 'Cellar', 'gone')] },
    });
    expect(world.devices.find(({ id }) => id === 'ber-ws-0001')?.groupId).toBe(unassignedDevices);
    expect(world.policies).toEqual(beneath.policies);
    expect(world.groups.find(({ name }) => name === 'Cellar')?.parentId).toBe(managedDevices);
    expect(damaged.map(({ collection, instead }) => [collection, instead])).toEqual([
      ['groups', 'It is shown under Managed devices.'],
      ['devices', 'It is shown in Unassigned devices.'],
      ['policies', 'It was set aside.'],
    ]);
  });

  test('a cycle of groups is moved under the root', () => {
    const { world, damaged } = opened({
      groups: { put: [aGroup('a', 'A', 'c'), aGroup('b', 'B', 'a'), aGroup('c', 'C', 'b')] },
    });
    const parents = new Map(world.groups.map(({ name, parentId }) => [name, parentId]));
    expect([parents.get('A'), parents.get('B'), parents.get('C')]).toEqual([managedDevices, 'a', 'b']);
    expect(damaged.map(({ id }) => id)).toEqual(['a']);
  });

  test('the two built-in groups are restored', () => {
    const { world } = opened({ groups: { remove: [managedDevices, unassignedDevices] } });
    expect(world.groups.map(({ id }) => id)).toEqual(expect.arrayContaining([managedDevices, unassignedDevices]));
  });

  test('an earlier inconsistency does not prevent other saves', async () => {
    // Two groups of one name under the root, where the second came by its lost parent.
    const { world, damaged } = opened({
      groups: { put: [aGroup('cellar-1', 'Cellar', 'managed-devices'), aGroup('cellar-2', 'Cellar', 'gone')] },
    });
    const backend = createTestApp('2026-11-24T12:00:00Z', undefined, createMemoryStore(world, { damaged }));
    const body = { name: 'Attic' };
    expect((await backend.ask('createGroup', { params: { groupId: managedDevices }, body })).status).toBe(201);
  });
});

describe('on the disk', () => {
  const spoil = async (name: string, spoilEntry: (changes: Changes) => Changes) => {
    const database = await openDB(name);
    const keys = await database.getAllKeys(journal);
    for (const key of keys) {
      const entry = (await database.get(journal, key)) as { changes: Changes };
      await database.put(journal, { ...entry, changes: spoilEntry(entry.changes) }, key);
    }
    database.close();
  };
  const devices = (name: string) => async () => {
    const store = await open(name);
    return { store, backend: createTestApp('2026-11-24T13:00:00Z', undefined, store) };
  };

  test('an unreadable record is retained and reported each time until it is overwritten', async () => {
    const reopened = devices('damaged');
    const { backend: first } = await reopened();
    await first.request('POST', '/devices/ber-ws-0001/status', { body: '{"status":"offline"}' });
    await first.request('POST', '/devices/lab-ws-0001/status', { body: '{"status":"offline"}' });
    await spoil('damaged', (changes) => ({
      ...changes,
      devices: {
        put: (changes.devices?.put ?? []).map((device) =>
          device.id === 'ber-ws-0001' ? spoilt(device, { status: Number.NaN }) : device,
        ),
      },
    }));
    for (let round = 0; round < 2; round += 1) {
      const { store, backend } = await reopened();
      expect(store.persistence).toBe('indexed-db');
      expect((await backend.call('world')).body.damaged).toBe(1);
      expect((await backend.request('GET', '/devices/ber-ws-0001')).status).toBe(404);
      expect((await backend.request('GET', '/devices/lab-ws-0001')).body).toMatchObject({ status: 'offline' });
      expect((await backend.call('damagedRecords')).body.records).toMatchObject([
        {
          what: 'device BER-WS-0001',
          instead: 'It was set aside.',
          faults: [{ path: 'status' }],
          record: { id: 'ber-ws-0001', groupId: 'berlin', status: 'NaN' },
        },
      ]);
    }
    const { backend } = await reopened();
    const file = 'Name,Group path,Time zone\nBER-WS-0001,Offices/Berlin,Europe/Berlin\n';
    await backend.call('importInventory', { query: { valid: 1, created: 1, updated: 0, newGroups: 0 }, body: file });
    expect((await backend.call('world')).body.damaged).toBe(0);
    expect((await (await reopened()).backend.call('world')).body.damaged).toBe(0);
  });

  test('invalid runs are set aside; their task and other data stay readable', async () => {
    const reopened = devices('damaged-runs');
    const { backend: first } = await reopened();
    await first.request('POST', '/detections', {
      body: JSON.stringify({ deviceId: 'ber-ws-0001', objects: [{ fileName: 'a', md5: 'a'.repeat(32) }] }),
    });
    await spoil('damaged-runs', (changes) => ({
      ...changes,
      runs: { put: (changes.runs?.put ?? []).map((runs) => spoilt(runs, { cases: null })) },
    }));
    const { store, backend } = await reopened();
    expect(store.persistence).toBe('indexed-db');
    expect((await backend.call('damagedRecords')).body.records).toMatchObject([
      { what: 'runs of task task-0001', faults: [{ path: 'cases' }] },
    ]);
    expect((await backend.request('GET', '/tasks/task-0001')).body).toMatchObject({ runCount: 0 });
    expect((await backend.request('GET', '/groups/managed-devices/tasks')).status).toBe(200);
    expect((await backend.request('GET', '/tasks/task-0001/ioc-file')).status).toBe(200);
  });

  test('no report contains a credential', async () => {
    const account = { ...server.account, credential: 7 };
    const { world, damaged } = opened({ server: { put: [spoilt(server, { account })] } });
    const backend = createTestApp('2026-11-24T12:00:00Z', undefined, createMemoryStore(world, { damaged }));
    const { records } = (await backend.call('damagedRecords')).body;
    expect(records).toHaveLength(1);
    expect(JSON.stringify(records)).not.toContain(server.account?.hash ?? 'no hash');
  });
});
