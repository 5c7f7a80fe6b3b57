import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { everything } from '../testing/random-edits.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const md5 = '0123456789abcdef0123456789abcdef';
const head = 'Detected at;Device;File name;Path;MD5\n';
const preview = async (backend: TestBackend, csv: string) =>
  (await backend.call('previewDetections', { body: csv })).body;
const ask = (backend: TestBackend, csv: string, valid: number, detections: number) =>
  backend.request('POST', `/detections/import?valid=${String(valid)}&detections=${String(detections)}`, { body: csv });

test('rows of one device at one instant are one detection; a later one is expected, a current one is processed', async () => {
  const backend = createTestApp();
  const csv =
    `${head}2026-11-24T12:00:00Z;BER-WS-0001;invoice.scr;C:\\Users;${md5}\n` +
    `2026-11-24 19:00:00+01:00;ktm-lt-0001;a.dll;;${md5.toUpperCase()}\n` +
    `2026-11-24T18:00:00Z;KTM-LT-0001;b.dll;;${md5}\n`;
  const before = await everything(backend.store);
  expect(await preview(backend, csv)).toMatchObject({ valid: 3, invalid: 0, detections: 2, atOnce: 1, devices: 2 });
  expect(await everything(backend.store)).toBe(before);
  expect(await ask(backend, csv, 3, 2)).toMatchObject({ status: 200, body: { detections: 2, atOnce: 1 } });
  const { rows } = (await backend.call('detections')).body;
  expect(rows.map(({ device, outcome, objects }) => [device.name, outcome, objects.length])).toEqual([
    ['KTM-LT-0001', 'expected', 2],
    ['BER-WS-0001', 'task-created', 1],
  ]);
  await backend.call('setClock', { body: { command: 'jump', to: '2026-11-24T18:00:00Z' } });
  expect((await backend.call('detections')).body.rows[0]?.outcome).toBe('task-created');
});

test.each([
  ['a past instant', `2026-11-24T11:59:59Z;BER-WS-0001;a;;${md5}`, '/lines/2/detectedAt This instant has passed'],
  [
    'an instant without its offset',
    `2026-11-25T11:00:00;BER-WS-0001;a;;${md5}`,
    '/lines/2/detectedAt Add the offset from UTC: 2026-11-25T11:00:00Z for UTC',
  ],
  ['an unknown device', `2026-11-25T11:00:00Z;PAR-01;a;;${md5}`, '/lines/2/device There is no device “PAR-01”.'],
  ['another hash', '2026-11-25T11:00:00Z;BER-WS-0001;a;;abc', '/lines/2/md5 An MD5 hash has 32 hexadecimal digits.'],
  ['no file name', `2026-11-25T11:00:00Z;BER-WS-0001;;;${md5}`, '/lines/2/fileName Enter a file name.'],
  ['text turned round', `2026-11-25T11:00:00Z;BER-WS-0001;a\u202eb;;${md5}`, '/lines/2/fileName This may not contain'],
])('reports %s by line, and imports the other rows', async (_, line, expected) => {
  const backend = createTestApp();
  const csv = `${head}${line}\n2026-11-25T11:00:00Z;BER-WS-0002;a;;${md5}\n`;
  const { errors, valid, invalid } = await preview(backend, csv);
  expect(errors.map(({ path, message }) => `${path} ${message}`)).toEqual([expect.stringContaining(expected)]);
  expect([valid, invalid]).toEqual([1, 1]);
  expect(await ask(backend, csv, 1, 1)).toMatchObject({ status: 200, body: { valid: 1, invalid: 1 } });
});

const sha256 = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';

test.each([
  ['an event list', `Event time,Hostname,Object path,MD5\n2026-11-24T18:00Z,BER-WS-0001,C:\\Temp\\a.exe,${md5}`],
  [
    'a hunting query',
    `Timestamp,DeviceName,FileName,FolderPath,SHA256,MD5\n2026-11-24 18:00:00.0000000Z,ber-ws-0001,a.exe,C:\\Temp\\a.exe,${sha256},${md5}`,
  ],
  [
    'fields of Elastic',
    `@timestamp;host.name;file.name;file.path;file.hash.md5\n20261124T190000,000+0100;BER-WS-0001;a.exe;C:\\Temp;${md5.toUpperCase()}`,
  ],
  [
    'one column of hashes',
    `Detected,Computer,File,Hash\n2026-W48-2T18:00Z,BER-WS-0001,C:\\Temp\\a.exe,"SHA256=${sha256},MD5=${md5}"`,
  ],
  [
    'a hash of another kind before the MD5',
    `Time\tHost\tPath\tHash\tMD5\n2026-11-24 18:00 UTC\tBER-WS-0001\tC:\\Temp\\a.exe\t${sha256}\t${md5}`,
  ],
  [
    'a report with lines above its headings',
    `Report of detections\nMade on 24 November\n\nEvent time|Host|Object path|MD5\n2026-11-24T18:00Z|BER-WS-0001|C:\\Temp\\a.exe|${md5}`,
  ],
  [
    'a list with its type above and blanks before quotes',
    `#TYPE Detection\n"Event time", "Host", "Path", "MD5"\n"2026-11-24T18:00Z", "BER-WS-0001", "C:\\Temp\\a.exe", "${md5}"`,
  ],
])('%s is read with any headings', async (_, csv) => {
  const backend = createTestApp();
  expect(await preview(backend, csv)).toMatchObject({ valid: 1, invalid: 0, errors: [] });
  expect((await ask(backend, csv, 1, 1)).status).toBe(200);
  expect((await backend.call('detections')).body.rows).toMatchObject([
    {
      detectedAt: '2026-11-24T18:00:00.000Z',
      device: { name: 'BER-WS-0001' },
      objects: [{ fileName: 'a.exe', path: 'C:\\Temp', md5 }],
    },
  ]);
});

test('a detection has at most 100 objects: further rows are reported by line', async () => {
  const backend = createTestApp();
  const rows = Array.from({ length: 101 }, (_, i) => `2026-11-25T11:00:00Z;BER-WS-0001;a${i}.exe;;${md5}\n`);
  const { errors, valid, detections } = await preview(backend, head + rows.join(''));
  expect([valid, detections]).toEqual([100, 1]);
  expect(errors).toEqual([{ path: '/lines/102', message: 'A detection has at most 100 objects.' }]);
});

test('detections due at one instant are processed in order', async () => {
  const backend = createTestApp();
  const csv = `${head}2026-11-25T11:00:00Z;BER-WS-0001;a;;${md5}\n2026-11-25T11:00:00Z;KTM-LT-0001;b;;${md5}\n`;
  expect((await ask(backend, csv, 2, 2)).status).toBe(200);
  await backend.call('setClock', { body: { command: 'jump', to: '2026-11-25T11:00:00Z' } });
  await backend.call('clock');
  const tasks = (await backend.store.all('tasks')).map(({ id, detectionId }) => [id, detectionId]);
  expect(tasks).toEqual([
    ['task-0001', 'det-0001'],
    ['task-0002', 'det-0002'],
  ]);
  const root = { groupId: groupIdSchema.parse('managed-devices') };
  const { rows } = (await backend.call('groupTasks', { params: root })).body;
  expect(rows.map(({ id }) => id)).toEqual(['task-0002', 'task-0001']);
});

test('a file with too many detections, without a valid row, or with other counts than previewed changes nothing', async () => {
  const backend = createTestApp();
  const before = await everything(backend.store);
  const many = Array.from({ length: 1_001 }, (_, i) => {
    const at = new Date(Date.UTC(2026, 10, 25, 0, 0, i)).toISOString();
    return `${at};BER-WS-0001;a;;${md5}\n`;
  });
  const [first = ''] = many;
  expect(await ask(backend, head + many.join(''), 1_001, 1_001)).toMatchObject({
    status: 422,
    body: { detail: 'The file holds 1,001 detections. At most 1,000 can be imported at once: split it.' },
  });
  expect((await ask(backend, `${head}2020-01-01T00:00:00Z;BER-WS-0001;a;;${md5}\n`, 1, 1)).status).toBe(422);
  expect((await ask(backend, head + first, 2, 2)).status).toBe(409);
  expect((await ask(backend, 'Device;MD5\nA;b', 1, 1)).body).toMatchObject({
    detail: expect.stringContaining('No column “Detected at” was found') as string,
  });
  expect((await ask(backend, 'Time;Device;SHA-256\n2026-11-25T11:00Z;A;b', 1, 1)).body).toMatchObject({
    detail: 'No column “File name” and “MD5” was found. The headings are “Time” and “Device”.',
  });
  expect(await everything(backend.store)).toBe(before);
});

const offices = { groupId: groupIdSchema.parse('offices') };

test('a random stream matches its preview, depends only on the seed, and uses only devices of its group', async () => {
  const body = { count: 200, hours: 6, seed: 7 };
  const [one, two] = [createTestApp(), createTestApp()];
  const looked = (await one.call('previewDetectionStream', { params: offices, body })).body;
  expect(looked).toMatchObject({ detections: 200, devices: 5, of: 5 });
  expect((await one.store.all('detections')).length).toBe(0);
  expect((await one.call('createDetectionStream', { params: offices, body })).body).toEqual(looked);
  await two.call('createDetectionStream', { params: offices, body });
  const made = await one.store.all('detections');
  expect(await two.store.all('detections')).toEqual(made);
  const [from, to] = [Date.parse('2026-11-24T12:00:00Z'), Date.parse('2026-11-24T18:00:00Z')];
  expect(made.every(({ detectedAtMs: at, expected }) => expected && at > from && at <= to)).toBe(true);
  expect(made.every(({ deviceId }) => /^(ber|ktm)-/.test(deviceId))).toBe(true);
  // Spread over the six hours: each has its share.
  for (let hour = 0; hour < 6; hour += 1) {
    const inHour = made.filter(({ detectedAtMs: at }) => Math.floor((at - from - 1) / 3_600_000) === hour);
    expect(inHour.length).toBeGreaterThan(15);
  }
  const other = createTestApp();
  await other.call('createDetectionStream', { params: offices, body: { ...body, seed: 8 } });
  expect((await other.store.all('detections'))[0]).not.toEqual(made[0]);
});

test('a stream for a group without devices, or out of its bounds, is refused', async () => {
  const backend = createTestApp();
  const post = (groupId: string, body: object) =>
    backend.request('POST', `/groups/${groupId}/detection-stream`, { body: JSON.stringify(body) });
  expect(await post('unassigned-devices', { count: 1, hours: 1, seed: 1 })).toMatchObject({ status: 409 });
  expect(await post('offices', { count: 1_001, hours: 1, seed: 1 })).toMatchObject({
    status: 422,
    body: { errors: [{ path: '/count' }] },
  });
  expect(await post('offices', { count: 1, hours: 721, seed: -1 })).toMatchObject({ status: 422 });
});
