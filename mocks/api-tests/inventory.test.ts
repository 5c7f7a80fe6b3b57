import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, runIdOf } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { oneRun } from '#backend/queries/testing/all-runs.ts';
import { everything } from '../testing/random-edits.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const head = 'Name,Group path,Time zone,Status,Operating system,Address\n';
const root = { groupId: groupIdSchema.parse('managed-devices') };

const preview = async (backend: TestBackend, csv: string) =>
  (await backend.call('previewInventory', { body: csv })).body;

/** Looks first, then imports what was counted, as the dialog does. */
async function importing(backend: TestBackend, csv: string) {
  const { valid, created, updated, newGroups } = await preview(backend, csv);
  return backend.call('importInventory', { query: { valid, created, updated, newGroups }, body: csv });
}

const addressOf = (path: string, query: object) =>
  `${path}?${new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)])).toString()}`;

const exported = async (backend: TestBackend) => (await backend.call('exportInventory', { params: root })).body;
const device = (backend: TestBackend, id: string) => backend.store.get('devices', deviceIdSchema.parse(id));
const messages = (errors: readonly { path: string; message: string }[]) =>
  errors.map(({ path, message }) => `${path} ${message}`);

test('a preview counts new devices, updated ones by name, and the groups that their paths ask for', async () => {
  const backend = createTestApp();
  const before = await everything(backend.store);
  const found = await preview(
    backend,
    `${head}PAR-01,Managed devices/Offices/Paris,Europe/Paris,Online,,\n` +
      'PAR-02,offices/paris/Floor 2,Europe/Paris,,,\n' +
      'ber-ws-0001,Labs,,,,\n' +
      'BER-WS-0002,Offices/Berlin,Europe/Berlin,Online,,\n',
  );
  expect(found).toMatchObject({ valid: 4, invalid: 0, created: 2, updated: 1, moved: 1, unchanged: 1, newGroups: 2 });
  expect(found.firstGroups).toEqual(['Managed devices/Offices/Paris', 'Managed devices/Offices/Paris/Floor 2']);
  expect(found.columns.map(({ field }) => field)).toEqual([
    ...['name', 'group', 'timeZone', 'status', 'operatingSystem', 'address'],
  ]);
  expect(await everything(backend.store)).toBe(before);
});

test('an import does what its preview counted, in one entry of the audit log', async () => {
  const backend = createTestApp();
  const csv = `Betriebssystem;Gerätename;Gruppe;Zeitzone;Raum\nWindows 11;PAR-01;Offices/Paris;Europe/Paris;7\nmacOS 16;BER-WS-0001;;;9\n`;
  const { body, change } = await importing(backend, csv);
  expect(body).toEqual({ valid: 2, created: 1, updated: 1, unchanged: 0, newGroups: 1, invalid: 0 });
  const paris = (await backend.store.all('groups')).find(({ name }) => name === 'Paris');
  expect(paris).toMatchObject({ parentId: 'offices', revision: 1 });
  expect(await device(backend, 'par-01')).toMatchObject({ name: 'PAR-01', groupId: paris?.id, status: 'online' });
  // What a line leaves empty stays as it is.
  expect(await device(backend, 'ber-ws-0001')).toMatchObject({
    name: 'BER-WS-0001',
    groupId: 'berlin',
    operatingSystem: 'macOS 16',
    address: '10.0.0.1',
  });
  const log = (await backend.call('auditLog')).body.rows;
  expect(log).toHaveLength(1);
  expect(log[0]).toMatchObject({ id: change, action: 'Inventory imported', undoable: true });
  expect(log[0]?.lines.map(({ setting, to }) => `${setting}: ${to}`)).toEqual([
    ...['Devices created: 1', 'Devices updated: 1', 'Administration groups created: 1'],
  ]);
});

test.each([
  ['an unknown zone', 'A,Labs,Mars/Olympus,,,', '/lines/2/timeZone Unknown time zone “Mars/Olympus”.'],
  ['no name', ',Labs,UTC,,,', '/lines/2/name Enter a name.'],
  ['a name too long', `${'x'.repeat(101)},Labs,UTC,,,`, '/lines/2/name A name has at most 100 characters.'],
  ['a name that turns text round', 'A\u202eexe.scr,Labs,UTC,,,', '/lines/2/name This may not contain control'],
  [
    'a name that was not UTF-8',
    'B\ufffdro,Labs,UTC,,,',
    '/lines/2/name This may not contain control, invisible or unreadable',
  ],
  [
    'a group with forbidden characters',
    'A,Offices/Ber|lin,UTC,,,',
    '/lines/2/group “Offices/Ber|lin” is no group path.',
  ],
  ['a group with no name', 'A,Offices//Berlin,UTC,,,', '/lines/2/group “Offices//Berlin” is no group path.'],
  ['a group below the unassigned', 'A,Unassigned devices/X,UTC,,,', '/lines/2/group “Unassigned devices” has no subgr'],
  ['a group too deep', `A,${'x/'.repeat(20)}x,UTC,,,`, '/lines/2/group “x” would be too deep'],
  ['a new device with no zone', 'A,Labs,,,,', '/lines/2/timeZone A new device needs its time zone'],
  ['an address too long', `A,Labs,UTC,,,${'1'.repeat(256)}`, '/lines/2/address This has at most 255 characters.'],
  ['a name twice, whatever the case', 'A,Labs,UTC,,,\na,Labs,UTC,,,', '/lines/3/name “a” is in line 2 already.'],
])('reports %s by line, and imports the other rows', async (_, lines, expected) => {
  const backend = createTestApp();
  const csv = `${head}${lines}\nGOOD-01,Labs,UTC,Offline,,\n`;
  const found = await preview(backend, csv);
  expect(messages(found.errors)).toEqual([expect.stringContaining(expected)]);
  expect(found.invalid).toBe(1);
  const { body } = await importing(backend, csv);
  expect(body).toMatchObject({ valid: found.valid, invalid: 1 });
  expect(await device(backend, 'good-01')).toMatchObject({ groupId: 'labs', status: 'offline' });
  expect((await backend.store.all('devices')).length).toBe(7 + found.created);
});

test('a file without a valid row is refused with its errors by line, and so are other counts than previewed', async () => {
  const backend = createTestApp();
  const before = await everything(backend.store);
  const ask = (csv: string, valid: number) =>
    backend.request('POST', addressOf('/inventory/import', { valid, created: valid, updated: 0, newGroups: 0 }), {
      body: csv,
    });
  expect(await ask(`${head}A,Labs,Mars,,,\n`, 1)).toMatchObject({
    status: 422,
    body: { errors: [{ path: '/lines/2/timeZone' }] },
  });
  expect(await ask(head, 0)).toMatchObject({
    status: 422,
    body: { detail: expect.stringContaining('no rows') as string },
  });
  expect(await ask(`${head}A,Labs,UTC,,,\n`, 2)).toMatchObject({
    status: 409,
    body: { type: '/problems/state-forbids' },
  });
  expect(await everything(backend.store)).toBe(before);
});

test.each(['valid', 'created', 'updated', 'newGroups'])(
  'an import with another number of %s than previewed is refused',
  async (what) => {
    const backend = createTestApp();
    const csv = `${head}PAR-01,Offices/Paris,UTC,,,\nBER-WS-0001,Labs,,,,\n`;
    const before = await everything(backend.store);
    const counts = { valid: 2, created: 1, updated: 1, newGroups: 1 };
    const ask = (expect: object) =>
      backend.request('POST', addressOf('/inventory/import', { ...counts, ...expect }), { body: csv });
    expect((await ask({ [what]: 7 })).status).toBe(409);
    expect(await everything(backend.store)).toBe(before);
    expect((await ask({})).status).toBe(200);
  },
);

test('the first hundred of many errors are listed, with the total', async () => {
  const lines = Array.from({ length: 250 }, (_, i) => `A${String(i)},Labs,Mars,,,`).join('\n');
  const { errors, errorTotal, invalid } = await preview(createTestApp(), head + lines);
  expect([errors.length, errorTotal, invalid]).toEqual([100, 250, 250]);
});

test('an export can be imported and changes nothing; imported rows are exported unchanged', async () => {
  const backend = createTestApp();
  const csv =
    `${head}"O'Neill, 2","Offices/R\\/D",Asia/Kathmandu,Out of office,"Debian ""13""",'=cmd_' /C calc'!A0\n` +
    "'-dash,Unassigned devices,UTC,Offline,'@x,+49\nÄrger,,UTC,,,\n機械,Labs,UTC,,,\n械,Labs,UTC,,,\n";
  await importing(backend, csv);
  expect((await backend.store.all('groups')).map(({ name }) => name)).toContain('R/D');
  const out = await exported(backend);
  expect(out).toContain(",'=cmd_' /C calc'!A0\r\n");
  const before = await everything(backend.store);
  const again = await importing(backend, out);
  expect(again.body).toMatchObject({ created: 0, updated: 0, invalid: 0, newGroups: 0, unchanged: 10 });
  expect(again.change).toBeNull();
  expect(await everything(backend.store)).toBe(before);
  const other = createTestApp('2026-11-24T12:00:00Z');
  await importing(other, out);
  expect(await exported(other)).toBe(out);
  // Ids are made of names, and never twice the same.
  const ids = (await backend.store.all('devices')).map(({ id }) => id as string);
  expect(ids.slice(7)).toEqual(['o-neill-2', 'dash', 'arger', 'device', 'device-2']);
});

test('waiting runs follow a device into its group, its zone and its status; a run that started stays', async () => {
  const backend = createTestApp();
  const objects = [{ fileName: 'invoice.scr', md5: 'a'.repeat(32) }];
  const { taskId } = (
    await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('lab-ws-0001'), objects } })
  ).body;
  expect(taskId).toBeNull();
  const task = (
    await backend.call('simulateDetection', { body: { deviceId: deviceIdSchema.parse('ktm-lt-0001'), objects } })
  ).body.taskId;
  if (task === null) throw new Error('The detection created no task');
  const run = (id: string) => oneRun(backend.store, `${task}.${id}`);
  await backend.call('startTask', {
    params: { taskId: task },
    body: { runs: [runIdOf(task, deviceIdSchema.parse('ber-ws-0002'))] },
  });
  const started = await run('ber-ws-0002');
  await importing(
    backend,
    `${head}BER-WS-0001,,Asia/Tokyo,,,\nBER-WS-0002,,Asia/Tokyo,Offline,,\nBER-WS-0003,,,Online,,\nKTM-LT-0001,Labs,,,,\n`,
  );
  const now = Date.parse('2026-11-24T12:00:00Z');
  // 20:00–07:00: at noon in UTC it is 21:00 in Tokyo, inside the window, and 13:00 in Berlin.
  expect(await run('ber-ws-0001')).toMatchObject({ zone: 'Asia/Tokyo', plan: { kind: 'at-once', startMs: now } });
  expect(await run('ber-ws-0002')).toEqual(started);
  expect(await run('ber-ws-0003')).toMatchObject({ deviceOnline: true, plannedAtMs: now });
  expect(await run('ktm-lt-0001')).toMatchObject({ plan: { kind: 'never' }, source: { policyName: 'Labs' } });
});
