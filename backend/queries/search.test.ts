import { expect, test } from 'vitest';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { makeWorld } from '#mocks/seed/scenarios.ts';

const hash = '0123456789abcdef0123456789abcdef';

const searching = async (backend: ReturnType<typeof createTestApp>, search: string) =>
  (await backend.call('search', { query: { search } })).body;

const namesOf = ({ rows }: { rows: readonly { name: string }[] }) => rows.map(({ name }) => name);

test('a name finds groups, devices and policies of the whole tree, each with its path', async () => {
  const found = await searching(createTestApp(), 'ber');
  expect(found.groups).toMatchObject({
    total: 1,
    rows: [{ id: 'berlin', name: 'Berlin', path: ['Managed devices', 'Offices', 'Berlin'] }],
  });
  expect(namesOf(found.devices)).toEqual(['BER-WS-0001', 'BER-WS-0002', 'BER-WS-0003']);
  // One that is inactive, in a subgroup: no group's list of inherited policies would hold it.
  expect(namesOf(found.policies)).toEqual(['Berlin', 'Berlin draft']);
  expect(found.tasks).toEqual({ rows: [], total: 0 });
});

test('words may stand apart, and case does not matter', async () => {
  const found = await searching(createTestApp(), '  DRAFT berlin ');
  expect(namesOf(found.policies)).toEqual(['Berlin draft']);
  expect(found.groups.total).toBe(0);
});

test('names that begin with the text come first', async () => {
  const found = await searching(createTestApp(), 'lab');
  expect(namesOf(found.groups)).toEqual(['Labs']);
  const demo = createTestApp('2026-11-24T12:00:00Z', makeWorld('demo', Date.parse('2026-11-24T12:00:00Z')));
  expect(namesOf((await searching(demo, 'berlin')).groups)[0]).toBe('Berlin');
});

test('at most eight of a kind are answered, with the number of all', async () => {
  const demo = createTestApp('2026-11-24T12:00:00Z', makeWorld('demo', Date.parse('2026-11-24T12:00:00Z')));
  const { devices } = await searching(demo, '0001');
  expect(devices.rows).toHaveLength(8);
  expect(devices.total).toBeGreaterThan(8);
});

test('without text nothing is found', async () => {
  for (const text of ['', '   ']) {
    const found = await searching(createTestApp(), text);
    expect(Object.values(found).map(({ total }) => total)).toEqual([0, 0, 0, 0]);
  }
});

test('a task is found by its name until it is removed', async () => {
  const backend = createTestApp();
  await backend.request('POST', '/detections', {
    body: JSON.stringify({
      deviceId: 'ber-ws-0001',
      objects: [{ fileName: 'invoice.scr', path: 'C:\\Users', md5: hash }],
    }),
  });
  const found = await searching(backend, 'ioc scan');
  expect(found.tasks.rows[0]).toMatchObject({ id: 'task-0001', group: { id: 'berlin' } });
  backend.pass(30 * 86_400_000);
  expect((await searching(backend, 'ioc scan')).tasks.total).toBe(0);
});

test('a text of more than 200 letters is refused', async () => {
  expect((await createTestApp().request('GET', `/search?search=${'x'.repeat(201)}`)).status).toBe(422);
});
