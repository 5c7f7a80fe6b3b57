import { expect, test } from 'vitest';
import type { InventoryReading } from '#contract/inventory-reading.ts';
import { deviceIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const queryOf = (reading?: InventoryReading) => (reading ? { reading: JSON.stringify(reading) } : {});
const preview = async (backend: TestBackend, csv: string, reading?: InventoryReading) =>
  (await backend.call('previewInventory', { query: queryOf(reading), body: csv })).body;
const formOf = async (csv: string, reading?: InventoryReading, backend = createTestApp()) =>
  (await backend.call('readInventory', { query: queryOf(reading), body: csv })).body;

/** Looks first, then imports what was counted, as the wizard does. */
async function importing(backend: TestBackend, csv: string, reading?: InventoryReading) {
  const { valid, created, updated, newGroups } = await preview(backend, csv, reading);
  const query = { ...queryOf(reading), valid, created, updated, newGroups };
  return (await backend.call('importInventory', { query, body: csv })).body;
}

const device = (backend: TestBackend, id: string) => backend.store.get('devices', deviceIdSchema.parse(id));

test('blanks before quotes are read as the one who wrote them meant it', async () => {
  const backend = createTestApp();
  const csv = 'Name, Time zone, OS\n"PC-1", "Europe/Berlin", "Windows 11, Pro"\n"PC-2",  "UTC", "say ""hi"", twice"\n';
  expect(await importing(backend, csv)).toMatchObject({ created: 2, invalid: 0 });
  expect(await device(backend, 'pc-1')).toMatchObject({
    timeZone: 'Europe/Berlin',
    operatingSystem: 'Windows 11, Pro',
  });
  expect(await device(backend, 'pc-2')).toMatchObject({ operatingSystem: 'say "hi", twice' });
});

test.each([
  ['a title line', 'Asset report of November\n\nName,Time zone\nA,UTC\n', 3],
  ['the type that PowerShell writes', '#TYPE Selected.System.Management\n"Name","Time zone"\n"A","UTC"\n', 2],
  ['comments', '# made by a script\n# on Monday\nName;Time zone\nA;UTC\n# end\n', 3],
  ['the head of a report', 'Report: Devices\nServer: KSC-1\nDate: 24.11.2026\nName\tTime zone\nA\tUTC\n', 4],
  ['sep=', 'sep=|\nName|Time zone\nA|UTC\n', 2],
  ['two columns in a short file', 'Name;Time zone\nA;UTC', 1],
  ['separators in the title', 'Devices, all, of November\nName;Time zone;Note\nA;UTC;x\n', 2],
])('headings are found below %s', async (_, csv, headingLine) => {
  expect(await formOf(csv)).toMatchObject({ headingLine, rows: 1, mapping: { name: [0], timeZone: [1] } });
  expect(await preview(createTestApp(), csv)).toMatchObject({ created: 1, invalid: 0 });
});

test('separator, headings and columns are read as somebody chose, whatever would be guessed', async () => {
  const csv = 'Name;Time zone\nPC-1;Site 1,Europe/Berlin\nPC-2;Site 2,UTC\n';
  const reading: InventoryReading = { separator: ',', headingLine: 0, columns: { name: [0], timeZone: [1] } };
  expect(await formOf(csv, reading)).toMatchObject({ separator: ',', headingLine: 0, columns: [{ heading: '' }] });
  const form = await formOf('Name;Time zone\nPC-1;UTC\nPC-2;UTC\n', { headingLine: 2 });
  expect(form).toMatchObject({ headingLine: 2, rows: 1, columns: [{ heading: 'PC-1' }, {}], mapping: {} });
});

test('a list without headings is read by its places', async () => {
  const backend = createTestApp();
  const reading: InventoryReading = { headingLine: 0, columns: { name: [0], timeZone: [1] } };
  expect(await importing(backend, 'PC-1;Europe/Paris\nPC-2;UTC\n', reading)).toMatchObject({ created: 2 });
  expect(await device(backend, 'pc-1')).toMatchObject({ timeZone: 'Europe/Paris' });
});

test('a cell with a line break is read as one line, in the preview and afterwards', async () => {
  const backend = createTestApp();
  const csv = 'Name,Time zone,OS\n"PC\n 1",UTC,"Windows 11\nPro"\nPC-2,UTC,\n';
  const { plan, invalid } = await preview(backend, csv);
  expect([invalid, plan.rows.map(({ line, name }) => [line, name])]).toEqual([
    0,
    [
      [2, 'PC 1'],
      [5, 'PC-2'],
    ],
  ]);
  await importing(backend, csv);
  expect(await device(backend, 'pc-1')).toMatchObject({ name: 'PC 1', operatingSystem: 'Windows 11 Pro' });
});

test('a status that nobody knows loses no row: it is ignored and told, or mapped', async () => {
  const backend = createTestApp();
  const csv = 'Name,Time zone,Status\nA,UTC,active\nB,UTC,mia\nC,UTC,2\nBER-WS-0003,,2\nD,UTC,disconnected\n';
  const found = await preview(backend, csv);
  expect(found).toMatchObject({ valid: 5, invalid: 0 });
  expect(found.ignoredValues).toEqual([{ field: 'status', rows: 2, first: ['2'] }]);
  const { statuses } = await formOf(csv);
  expect(statuses).toMatchObject({ total: 4, unknown: 1 });
  expect(statuses.values.map(({ text, taken }) => [text, ...taken])).toEqual([
    ['2'],
    ['active', 'Online'],
    ['mia', 'Offline'],
    ['disconnected', 'Offline'],
  ]);
  await importing(backend, csv, { statuses: [{ text: '2', target: 'out-of-office' }] });
  expect(await device(backend, 'a')).toMatchObject({ status: 'online' });
  expect(await device(backend, 'b')).toMatchObject({ status: 'offline' });
  expect(await device(backend, 'c')).toMatchObject({ status: 'out-of-office' });
});

test('a file without a time zone is imported with a zone for all, or by another column', async () => {
  const backend = createTestApp();
  const csv =
    'hostname,osquery_version,primary_ip,status,site\nMAC-1,5.12,10.0.0.1,online,BER\nMAC-2,5.12,10.0.0.2,mia,NYC\n';
  expect(await preview(backend, csv)).toMatchObject({ valid: 0, invalid: 2 });
  const forAll = { newDevices: { timeZone: 'Europe/Berlin', group: 'Offices/Berlin' } };
  expect(await preview(backend, csv, forAll)).toMatchObject({ created: 2, invalid: 0, newGroups: 0 });
  const bySite: InventoryReading = {
    columns: { name: [0], status: [3], timeZone: [4], group: [4] },
    timeZones: [
      { text: 'BER', target: 'Europe/Berlin' },
      { text: 'NYC', target: 'America/New_York' },
    ],
    groups: [{ text: 'BER', target: 'Offices/Berlin' }],
  };
  await importing(backend, csv, bySite);
  expect(await device(backend, 'mac-1')).toMatchObject({
    timeZone: 'Europe/Berlin',
    groupId: 'berlin',
    status: 'online',
  });
  expect(await device(backend, 'mac-2')).toMatchObject({
    timeZone: 'America/New_York',
    groupId: 'unassigned-devices',
    status: 'offline',
  });
});

test('what is missing is filled for new devices only: one that exists keeps its zone and group', async () => {
  const backend = createTestApp();
  const before = await device(backend, 'ber-ws-0001');
  await importing(backend, 'Name,OS\nBER-WS-0001,Windows 12\n', {
    newDevices: { timeZone: 'Asia/Tokyo', group: 'Labs' },
  });
  expect(await device(backend, 'ber-ws-0001')).toEqual({ ...before, operatingSystem: 'Windows 12' });
});

test('Windows zone names are read, by the country where the file has one', async () => {
  const backend = createTestApp();
  const csv =
    'Name,Time zone,Country\nA,W. Europe Standard Time,\nB,W. Europe Standard Time,AT\nC,W. Europe Standard Time,Switzerland\n' +
    'D,"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna",\n';
  expect(await preview(backend, csv)).toMatchObject({ created: 4, invalid: 0 });
  await importing(backend, csv);
  const zones = await Promise.all(['a', 'b', 'c', 'd'].map(async (id) => (await device(backend, id))?.timeZone));
  expect(zones).toEqual(['Europe/Berlin', 'Europe/Vienna', 'Europe/Zurich', 'Europe/Berlin']);
});

test('an offset is no zone: the zones that have it are offered, and one is chosen for all its rows', async () => {
  const backend = createTestApp();
  const csv = 'Name,Time zone\nA,UTC+03:00\nB,UTC+03:00\nC,PST\n';
  const { timeZones } = await formOf(csv);
  expect(timeZones).toMatchObject({ total: 2, unknown: 2 });
  expect(timeZones.values[0]).toMatchObject({ text: 'UTC+03:00', rows: 2, taken: [] });
  expect(timeZones.values[0]?.suggestions).toContain('Europe/Moscow');
  expect(timeZones.values[1]?.suggestions[0]).toBe('America/Los_Angeles');
  const { errors } = await preview(backend, csv);
  expect(errors[2]?.message).toContain('Unknown time zone “PST”. Did you mean America/Los_Angeles');
  const chosen = [{ text: 'UTC+03:00', target: 'Europe/Moscow' }];
  expect(await importing(backend, csv, { timeZones: chosen })).toMatchObject({ created: 2, invalid: 1 });
  expect(await device(backend, 'b')).toMatchObject({ timeZone: 'Europe/Moscow' });
});

test('the list of devices that the console exports is read back and changes nothing', async () => {
  const backend = createTestApp();
  const csv =
    'Name,Group,Status,Time zone,Operating system,Address\n' +
    (await backend.store.all('devices'))
      .map(({ name, groupId, timeZone }) => `${name},${groupId === 'berlin' ? 'Berlin' : ''},,${timeZone} +1,,\n`)
      .join('');
  expect(await preview(backend, csv)).toMatchObject({ created: 0, updated: 0, unchanged: 7, newGroups: 0, invalid: 0 });
});

test('a group’s name alone means the one group of that name; no group is created that nobody has seen', async () => {
  const backend = createTestApp();
  const csv = 'Name,Group,Time zone\nA,berlin,UTC\nB,Paris,UTC\nBER-WS-0001,Nowhere,\n';
  const found = await preview(backend, csv);
  expect(found).toMatchObject({ created: 2, updated: 0, unchanged: 1, newGroups: 0 });
  expect(found.ignoredValues).toEqual([{ field: 'group', rows: 2, first: ['Paris', 'Nowhere'] }]);
  const { groups } = await formOf(csv);
  expect(groups.values.map(({ text, taken }) => [text, ...taken])).toEqual([
    ['Paris'],
    ['Nowhere'],
    ['berlin', 'Managed devices/Offices/Berlin'],
  ]);
  const reading = { groups: [{ text: 'Paris', target: 'Offices/Paris' }] };
  expect(await importing(backend, csv, reading)).toMatchObject({ created: 2, newGroups: 1 });
  expect(await device(backend, 'a')).toMatchObject({ groupId: 'berlin' });
  expect(await device(backend, 'ber-ws-0001')).toMatchObject({ groupId: 'berlin' });
});

test('a name that several groups have keeps a device where it is, and is asked for others', async () => {
  const backend = createTestApp();
  await importing(backend, 'Name,Group path,Time zone\nX,Labs/Berlin,UTC\n');
  const csv = 'Name,Group,Time zone\nBER-WS-0001,Berlin,\nX,Berlin,\nNEW,Berlin,UTC\n';
  expect(await preview(backend, csv)).toMatchObject({ unchanged: 2, created: 1, newGroups: 0 });
  const { groups } = await formOf(csv, undefined, backend);
  expect(groups.values[0]).toMatchObject({
    taken: [],
    suggestions: ['Managed devices/Offices/Berlin', 'Managed devices/Labs/Berlin'],
  });
});

test('paths may be written as directories and other consoles write them', async () => {
  const backend = createTestApp();
  const csv = 'Name;Group;Time zone\nA;Offices > Berlin;UTC\nB;Offices\\Berlin;UTC\nC;Offices/Berlin;UTC\n';
  await importing(backend, csv);
  for (const id of ['a', 'b', 'c']) expect(await device(backend, id)).toMatchObject({ groupId: 'berlin' });
});

test('several columns make an operating system', async () => {
  const backend = createTestApp();
  const csv = 'ID,Name,IP address,Status,OS name,OS version,Last keep alive,tz\n001,A,any,active,Ubuntu,24.04,,UTC\n';
  await importing(backend, csv);
  expect(await device(backend, 'a')).toMatchObject({ operatingSystem: 'Ubuntu 24.04', status: 'online' });
});

test('each row is told with what it does, errors first, page by page', async () => {
  const backend = createTestApp();
  const csv =
    'Name,Group path,Time zone\nNEW,Labs,UTC\nBER-WS-0002,Offices/Berlin,\nBER-WS-0001,Labs,UTC\nBAD,Labs,Mars\nBER-WS-0003,,Asia/Tokyo\n';
  const { plan } = await preview(backend, csv);
  expect(plan.rows.map(({ line, name, outcome }) => [line, name, outcome])).toEqual([
    [5, 'BAD', 'error'],
    [4, 'BER-WS-0001', 'move'],
    [6, 'BER-WS-0003', 'update'],
    [2, 'NEW', 'create'],
    [3, 'BER-WS-0002', 'unchanged'],
  ]);
  expect(plan.rows[1]?.changes).toEqual([
    { field: 'group', from: 'Managed devices/Offices/Berlin', to: 'Managed devices/Labs' },
    { field: 'timeZone', from: 'Europe/Berlin', to: 'UTC' },
  ]);
  const page = async (query: object) =>
    (await backend.call('previewInventory', { query, body: csv })).body.plan.rows.map(({ line }) => line);
  expect(await page({ pageSize: 2, page: 2 })).toEqual([6, 2]);
  expect(await page({ show: 'create' })).toEqual([2]);
});

test('rejected rows are a file with the reasons; mended, they are imported by themselves', async () => {
  const backend = createTestApp();
  const csv = 'Report\nName;Zeitzone;Raum\nA;UTC;1\nB;Mars/Olympus;"2;3"\n;UTC;4\nC;UTC\n=1+1;Mars;5\n';
  const rejected = (await backend.call('rejectedInventory', { body: csv })).body;
  expect(rejected.split('\r\n')).toEqual([
    'Name;Zeitzone;Raum;Reason for rejection',
    expect.stringMatching(/^B;Mars\/Olympus;"2;3";Unknown time zone “Mars\/Olympus”\./),
    ';UTC;4;Enter a name.',
    'C;UTC;;2 values for 3 columns.',
    expect.stringMatching(/^'=1\+1;Mars;5;Unknown time zone/),
    '',
  ]);
  const mended = rejected
    .replaceAll('Mars/Olympus', 'Europe/Rome')
    .replaceAll('Mars', 'UTC')
    .replace(';UTC;4', 'D;UTC;4');
  expect(await formOf(mended)).toMatchObject({ mapping: { name: [0], timeZone: [1] } });
  expect(await importing(backend, mended)).toMatchObject({ created: 4, invalid: 0 });
  expect((await backend.store.all('devices')).map(({ name }) => name)).toContain('=1+1');
  // Rejected again, they have their reasons once.
  const again = (await backend.call('rejectedInventory', { body: rejected })).body;
  expect(again.split('\r\n')[0]).toBe('Name;Zeitzone;Raum;Reason for rejection');
});

test.each([
  ['no JSON', 'reading=%7B', 'The reading is not JSON.'],
  [
    'a zone that is none',
    `reading=${encodeURIComponent('{"newDevices":{"timeZone":"PST8PDT?"}}')}`,
    'Unknown time zone',
  ],
  ['a field that is none', `reading=${encodeURIComponent('{"columns":{"owner":[1]}}')}`, 'Unrecognized key'],
])('a reading with %s is refused', async (_, query, message) => {
  const reply = await createTestApp().request('POST', `/inventory/preview?${query}`, { body: 'Name\nA\n' });
  expect(reply).toMatchObject({ status: 422, body: { detail: expect.stringContaining(message) as string } });
});

test('a column that the file does not have is empty', async () => {
  const reading = { columns: { name: [0], timeZone: [17] } };
  expect(await preview(createTestApp(), 'Name\nA\n', reading)).toMatchObject({ valid: 0, invalid: 1 });
});
