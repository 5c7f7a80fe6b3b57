import { expect, test } from 'vitest';
import { changeIdSchema, deviceIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { everything } from '../testing/random-edits.ts';

type TestBackend = ReturnType<typeof createTestApp>;

const head = 'Name,Group path,Time zone,Status,Operating system,Address\n';

/** Looks first, then imports what was counted, as the dialog does. */
async function importing(backend: TestBackend, csv: string) {
  const { valid, created, updated, newGroups } = (await backend.call('previewInventory', { body: csv })).body;
  return backend.call('importInventory', { query: { valid, created, updated, newGroups }, body: csv });
}

const device = (backend: TestBackend, id: string) => backend.store.get('devices', deviceIdSchema.parse(id));

test('an import can be undone and redone', async () => {
  const backend = createTestApp();
  const csv = `${head}PAR-01,Offices/Paris,Europe/Paris,,,\nBER-WS-0001,Labs,UTC,Offline,,\n`;
  const devices = async () => JSON.stringify(await backend.store.all('devices'));
  const groups = async () => JSON.stringify(await backend.store.all('groups'));
  const before = [await devices(), await groups()];
  const { change } = await importing(backend, csv);
  const after = await devices();
  const undone = await backend.call('undoChange', { params: { changeId: changeIdSchema.parse(change) } });
  expect([await devices(), await groups()]).toEqual(before);
  expect(undone.body.action).toBe('Undone: inventory imported');
  expect(undone.body.lines.map(({ setting, from }) => `${setting}: ${from}`)).toContain('Devices created: 1');
  await backend.call('undoChange', { params: { changeId: undone.body.id } });
  expect(await devices()).toBe(after);
});

test.each<[string, (backend: TestBackend) => Promise<unknown>]>([
  [
    'is expected to detect something',
    (backend) =>
      backend.request('POST', '/detections', {
        body: JSON.stringify({
          deviceId: 'par-01',
          at: '2026-12-01T00:00:00Z',
          objects: [{ fileName: 'a', md5: 'a'.repeat(32) }],
        }),
      }),
  ],
  [
    'detected something',
    (backend) =>
      backend.request('POST', '/detections', {
        body: JSON.stringify({ deviceId: 'par-01', objects: [{ fileName: 'a', md5: 'a'.repeat(32) }] }),
      }),
  ],
  [
    'was moved',
    (backend) => backend.request('POST', '/devices/move', { body: '{"deviceIds":["par-01"],"groupId":"labs"}' }),
  ],
])('an import is not undone if a device %s since', async (_, act) => {
  const backend = createTestApp();
  const { change } = await importing(backend, `${head}PAR-01,Offices/Paris,Europe/Paris,,,\n`);
  await act(backend);
  const before = await everything(backend.store);
  const reply = await backend.request('POST', `/changes/${String(change)}/undo`);
  expect(reply).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('“PAR-01” was changed since') as string },
  });
  expect(await everything(backend.store)).toBe(before);
});

test('an import is not undone under a device that it changed and that was changed again since', async () => {
  const backend = createTestApp();
  const { change } = await importing(backend, `${head}BER-WS-0001,Labs,UTC,Offline,,\n`);
  const again = await importing(backend, `${head}BER-WS-0001,Labs,UTC,Online,,\n`);
  const undo = (id: string | null) => backend.request('POST', `/changes/${String(id)}/undo`);
  const refused = {
    status: 409,
    body: { detail: expect.stringContaining('“BER-WS-0001” was changed since') as string },
  };
  expect(await undo(change)).toMatchObject(refused);
  expect((await undo(again.change)).status).toBe(200);
  expect((await undo(change)).status).toBe(200);
  expect(await device(backend, 'ber-ws-0001')).toMatchObject({ groupId: 'berlin', timeZone: 'Europe/Berlin' });
});

test('an import that was undone cannot be repeated by undoing that, once its device is there again', async () => {
  const backend = createTestApp();
  const csv = `${head}PAR-01,Offices/Paris,Europe/Paris,,,\n`;
  const { change } = await importing(backend, csv);
  const undone = await backend.call('undoChange', { params: { changeId: changeIdSchema.parse(change) } });
  await importing(backend, csv);
  const reply = await backend.request('POST', `/changes/${undone.body.id}/undo`);
  expect(reply).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('was changed since') as string },
  });
});
