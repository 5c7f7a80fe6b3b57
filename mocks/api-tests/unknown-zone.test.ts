import { describe, expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, taskIdSchema, type DeviceId } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { makeWorld } from '../seed/scenarios.ts';
import type { World } from '#backend/ports/store.ts';

const noon = '2026-11-24T12:00:00Z';
const evening = '2026-11-24T19:30:00Z';
const berlin = { groupId: groupIdSchema.parse('berlin') };
const ids = ['ber-ws-0001', 'ber-ws-0002', 'ber-ws-0003'].map((id) => deviceIdSchema.parse(id));
const first = deviceIdSchema.parse('ber-ws-0001');
const task = taskIdSchema.parse('task-0001');

/** A small world as an earlier version may have left it: a device in what `Intl` takes for a zone. */
function worldWith(zone: string, devices: readonly DeviceId[] = [first]): World {
  const world = makeWorld('small', Date.parse(noon));
  const inZone = new Set<string>(devices);
  return { ...world, devices: world.devices.map((d) => (inZone.has(d.id) ? { ...d, timeZone: zone } : d)) };
}

const opened = (zone: string, devices?: readonly DeviceId[]) => createTestApp(noon, worldWith(zone, devices));
type Opened = ReturnType<typeof opened>;

async function detect(backend: Opened, on: DeviceId = first) {
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  return backend.ask('simulateDetection', { body: { deviceId: on, objects } });
}

const runs = async (backend: Opened) => (await backend.call('taskRuns', { params: { taskId: task } })).body.rows;

describe.each(['PST', 'BST', 'IST', 'CST', 'Mars/Olympus', '+03:00', ''])('a stored device in the zone %j', (zone) => {
  test('starts nothing and shows the reason; other devices are planned as without it', async () => {
    const [backend, sound] = [opened(zone), createTestApp(noon)];
    for (const each of [backend, sound]) expect((await detect(each)).status).toBe(201);
    const [mine, others] = [await runs(backend), await runs(sound)];
    expect(mine.find(({ device }) => device.id === first)).toMatchObject({
      device: { timeZone: zone },
      ...{ state: 'zone-unknown', because: 'zone-unknown', start: null, end: null, window: null, startable: false },
    });
    expect(mine.filter(({ device }) => device.id !== first)).toEqual(
      others.filter(({ device }) => device.id !== first),
    );
    const { body } = await backend.call('task', { params: { taskId: task } });
    expect(body.counts).toMatchObject({ 'zone-unknown': 1 });
    expect(body.startable).toBe(mine.filter(({ startable }) => startable).length);
  });

  test('is marked in lists, in Schedule and in the decisions of its run', async () => {
    const backend = opened(zone);
    await detect(backend);
    const list = await backend.call('groupDevices', { params: berlin, query: { status: 'zone-unknown' } });
    expect(list.body.rows).toMatchObject([{ id: first, timeZone: zone, timeZoneKnown: false }]);
    const summary = await backend.call('groupSummary', { params: berlin });
    expect(summary.body.sentence).toContain('1 starts nothing: time zone not known');
    const question = {
      place: { kind: 'group' as const, groupId: berlin.groupId },
      detections: { kind: 'at' as const, instants: [evening] },
    };
    const { body } = await backend.call('forecast', { body: question });
    expect(body.now.byFate).toMatchObject({ 'zone-unknown': 1 });
    expect(body.now.byZone).toContainEqual(
      expect.objectContaining({ key: zone, label: `time zone not known: ${zone}`, runs: 1, first: null }),
    );
    expect(body.zones.map((each) => each.zone)).not.toContain(zone);
    const rows = await backend.call('forecastRuns', { body: { ...question, fate: 'zone-unknown' } });
    expect(rows.body.rows).toMatchObject([
      { device: { id: first, timeZone: zone }, because: 'zone-unknown', start: null, window: null },
    ]);
    const runId = (await runs(backend)).find(({ device }) => device.id === first)?.id;
    if (runId === undefined) throw new Error('Every device of the group has a run');
    const decided = await backend.call('runDecisions', { params: { taskId: task, runId } });
    expect(decided.body.decisions).toMatchObject([{ because: 'zone-unknown', timeZone: zone, start: null }]);
  });

  test('cannot be started, and does not prevent other starts', async () => {
    const backend = opened(zone);
    await detect(backend);
    const startable = (await runs(backend)).filter((run) => run.startable);
    expect(startable.length).toBeGreaterThan(0);
    const count = (await runs(backend)).length;
    const { body } = await backend.call('startTask', { params: { taskId: task }, body: { runs: 'all' } });
    expect(body).toEqual({ started: startable.length, notStarted: count - startable.length });
    expect((await runs(backend)).find(({ device }) => device.id === first)).toMatchObject({ state: 'zone-unknown' });
  });

  test('fails no request when an expected detection falls due: Undo, Reset and Export work', async () => {
    const backend = opened(zone);
    const objects = [{ fileName: 'a.exe', md5: 'b'.repeat(32) }];
    await backend.call('simulateDetection', { body: { deviceId: first, at: evening, objects } });
    backend.pass(8 * 3_600_000);
    expect((await backend.call('detections')).body.rows).toMatchObject([{ outcome: 'task-created' }]);
    expect((await runs(backend)).filter(({ state }) => state === 'zone-unknown')).toHaveLength(1);
    const set = await backend.call('setTimeZone', { body: { deviceIds: [first], timeZone: 'Europe/Berlin' } });
    const change = await backend.request('POST', `/changes/${set.change ?? ''}/undo`, {});
    expect(change.status).toBe(200);
    expect((await backend.ask('exportInventory', { params: berlin })).status).toBe(200);
    expect((await backend.ask('resetWorld', {})).status).toBe(200);
  });
});

describe('setting the time zone of devices', () => {
  test('is one change with Undo and an entry of the audit log, and plans runs that could not be planned', async () => {
    const backend = opened('PST', ids);
    await detect(backend);
    const set = await backend.call('setTimeZone', {
      body: { deviceIds: [...ids, ...ids], timeZone: 'asia/calcutta' },
    });
    expect(set.body).toMatchObject({
      changed: ids.length,
      change: {
        action: 'Time zone set',
        lines: [
          {
            object: 'BER-WS-0001, BER-WS-0002, BER-WS-0003',
            setting: 'Time zone',
            from: 'PST',
            to: 'Asia/Kolkata',
          },
        ],
      },
    });
    const planned = (await runs(backend)).filter(({ device }) => ids.includes(device.id));
    expect(planned.map(({ state, device }) => [state, device.timeZone])).toEqual([
      ['waiting', 'Asia/Kolkata'],
      ['waiting', 'Asia/Kolkata'],
      ['waiting-for-device', 'Asia/Kolkata'],
    ]);
    const undone = await backend.request('POST', `/changes/${set.change ?? ''}/undo`, {});
    expect(undone.status).toBe(200);
    expect((await runs(backend)).filter(({ state }) => state === 'zone-unknown')).toHaveLength(ids.length);
  });

  test('is no change if all devices are in the zone, by any of its names', async () => {
    const backend = createTestApp(noon);
    const answer = await backend.call('setTimeZone', { body: { deviceIds: [first], timeZone: 'europe/berlin' } });
    expect(answer.body).toEqual({ changed: 0, change: null });
    expect(answer.change).toBeNull();
  });

  test('replans no run if only the name of the zone changes', async () => {
    const backend = opened('Asia/Calcutta');
    await detect(backend);
    const before = (await runs(backend)).map(({ id, start }) => [id, start]);
    const { body } = await backend.call('setTimeZone', { body: { deviceIds: [first], timeZone: 'Asia/Kolkata' } });
    expect(body.changed).toBe(1);
    expect((await runs(backend)).map(({ id, start }) => [id, start])).toEqual(before);
  });

  test.each([
    ['PST', 'America/Los_Angeles'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['IST', 'Asia/Kolkata, Asia/Jerusalem, or Europe/Dublin'],
    ['+03:00', 'such as Europe/Berlin'],
    ['2020-01-01T00:00Z[UTC]', 'such as Europe/Berlin'],
  ])('to %s is refused with a suggestion', async (timeZone, suggestion) => {
    const backend = createTestApp(noon);
    const { status, body } = await backend.ask('setTimeZone', { body: { deviceIds: [first], timeZone } });
    expect(status).toBe(422);
    expect(body).toMatchObject({
      errors: [{ path: '/timeZone', message: expect.stringContaining(suggestion) as string }],
    });
  });

  test('of an unknown device is refused', async () => {
    const backend = createTestApp(noon);
    const deviceIds = [first, deviceIdSchema.parse('nobody')];
    const { status, body } = await backend.ask('setTimeZone', { body: { deviceIds, timeZone: 'UTC' } });
    expect([status, body]).toMatchObject([422, { errors: [{ path: '/deviceIds/1' }] }]);
  });
});

test.each(['PST', '+03:00', 'Mars/Olympus', '2020-01-01T00:00Z[UTC]'])(
  'a request with the zone %s is refused and does not fail',
  async (zone) => {
    const backend = createTestApp(noon);
    const preview = { start: { mode: 'manual' as const }, timeZone: zone, from: noon, to: evening };
    expect((await backend.ask('preview', { body: preview })).status).toBe(422);
    const forecast = {
      place: { kind: 'group' as const, groupId: berlin.groupId },
      detections: { kind: 'at' as const, instants: [evening] },
      axis: zone,
    };
    expect((await backend.ask('forecast', { body: forecast })).status).toBe(422);
  },
);

test.each([
  ['PST', 'America/Los_Angeles'],
  ['BST', 'Europe/London'],
  ['IST', 'Asia/Kolkata'],
  ['CST', 'America/Chicago'],
])('an inventory line with the zone %s is refused with the suggestion %s', async (zone, suggestion) => {
  const backend = createTestApp(noon);
  const { body } = await backend.call('previewInventory', {
    body: `Name;Group path;Time zone\nSFO-1;Offices/Berlin;${zone}\nSFO-2;Offices/Berlin;utc\n`,
  });
  expect(body).toMatchObject({ valid: 1, created: 1 });
  expect(JSON.stringify(body)).toContain(suggestion);
});

test("an older name of the device's zone changes nothing in an import", async () => {
  const backend = opened('Asia/Calcutta');
  const { body } = await backend.call('previewInventory', { body: 'Name,Time zone\nBER-WS-0001,asia/kolkata\n' });
  expect(body).toMatchObject({ unchanged: 1, updated: 0 });
});
