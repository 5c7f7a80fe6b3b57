import { expect, test } from 'vitest';
import { jobHeader } from '#contract/headers.ts';
import { createTestApp } from '../testing/test-app.ts';
import { caseCount, deep } from '../testing/depth.ts';
import { everything } from '../testing/random-edits.ts';

const job = '0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a';
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Asia/Kathmandu'];

/** A fleet of so many devices in up to 5,000 groups. */
const aFleet = (devices: number) =>
  `Name;Group path;Time zone;Operating system\n${Array.from(
    { length: devices },
    (_, i) =>
      `FLEET-${String(i)};Site ${String(i % 50)}/Floor ${String(i % 4_950)};${zones[i % 4] ?? ''};"Windows; 11"\n`,
  ).join('')}`;

const aRequest = (body: string) => ({ method: 'POST', body, headers: { [jobHeader]: job } });
/** The address of an import of new devices. */
const importAt = (devices: number, newGroups = 5_000) =>
  `/api/v1/inventory/import?valid=${String(devices)}&created=${String(devices)}&updated=0&newGroups=${String(newGroups)}`;

const many = caseCount(100_000);

test('a large fleet in 5,000 new groups is imported in one step, and importing it again changes nothing', async () => {
  const backend = createTestApp();
  const csv = aFleet(many);
  const begun = process.cpuUsage();
  const reply = await backend.app.request(importAt(many), aRequest(csv));
  const { user, system } = process.cpuUsage(begun);
  expect(reply.status).toBe(200);
  // Processor time does not depend on what else the machine does.
  expect((user + system) / 1_000).toBeLessThan(10_000);
  expect((await backend.store.all('devices')).length).toBe(many + 7);
  expect((await backend.store.all('changes')).length).toBe(1);
  const again = await backend.call('previewInventory', { body: csv });
  expect(again.body).toMatchObject({ created: 0, updated: 0, unchanged: many, newGroups: 0 });
});

test('while a large file is looked at others are answered, and cancelling leaves everything as before', async () => {
  const backend = createTestApp();
  const before = await everything(backend.store);
  const importing = backend.app.request(importAt(60_000), aRequest(aFleet(60_000)));
  const seen: unknown[] = [];
  for (let done = 0; done === 0;) {
    const { body } = await backend.request('GET', `/jobs/${job}`);
    seen.push(body);
    await new Promise((resolve) => setTimeout(resolve));
    done = (body as { done: number }).done;
  }
  expect(seen.at(-1)).toMatchObject({ running: true, total: 60_000 });
  expect((await backend.request('DELETE', `/jobs/${job}`)).body).toEqual({ cancelled: true });
  const reply = await importing;
  expect(reply.status).toBe(409);
  expect(await reply.json()).toMatchObject({ type: '/problems/cancelled' });
  expect(await everything(backend.store)).toBe(before);
});

test('a change that somebody makes meanwhile is not taken for the import’s own, and may refuse it', async () => {
  const backend = createTestApp();
  const csv = aFleet(20_000);
  const looking = backend.app.request('/api/v1/inventory/preview', aRequest(csv));
  await backend.request('POST', '/groups/managed-devices/groups', { body: '{"name":"Site 7"}' });
  const looked = await looking;
  expect(looked.status).toBe(200);
  expect(looked.headers.get('change-id')).toBeNull();
  expect(await looked.json()).toMatchObject({ valid: 20_000, created: 20_000, updated: 0, newGroups: 4_999 });
  const importing = backend.app.request(importAt(20_000, 4_999), aRequest(csv));
  await backend.request('POST', '/groups/managed-devices/groups', { body: '{"name":"Site 8"}' });
  const reply = await importing;
  expect(reply.status).toBe(409);
  expect(await reply.json()).toMatchObject({ detail: expect.stringContaining('Nothing was imported.') as string });
});

/** A request on its way, and whether it still is. */
function running(request: Response | Promise<Response>) {
  let isRunning = true;
  const reply = Promise.resolve(request).finally(() => {
    isRunning = false;
  });
  return { reply, isRunning: () => isRunning };
}

// A small import has too few slices for this.
test.runIf(deep)('while 100,000 devices are imported, other requests never wait for a large part of it', async () => {
  const backend = createTestApp();
  const csv = aFleet(100_000);
  const begun = performance.now();
  const { reply, isRunning } = running(backend.app.request(importAt(100_000), aRequest(csv)));
  const waits: number[] = [];
  while (isRunning()) {
    const requested = performance.now();
    expect((await backend.request('GET', '/pulse')).status).toBe(200);
    waits.push(performance.now() - requested);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect((await reply).status).toBe(200);
  // A share of the whole, because a busy machine makes everything longer.
  expect(Math.max(...waits)).toBeLessThan((performance.now() - begun) / 4);
  expect(waits.length).toBeGreaterThan(40);
});

test('an import that somebody overtakes again and again is made all the same, for the world as it is then', async () => {
  const backend = createTestApp();
  const csv = aFleet(10_000);
  const { reply, isRunning } = running(backend.app.request(importAt(10_000), aRequest(csv)));
  const status = (online: boolean) =>
    backend.request('POST', '/devices/ber-ws-0001/status', {
      body: JSON.stringify({ status: online ? 'online' : 'offline' }),
    });
  for (let i = 0; isRunning(); i += 1) {
    expect((await status(i % 2 === 0)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect((await reply).status).toBe(200);
  expect((await backend.store.all('devices')).length).toBe(10_007);
  expect((await backend.store.all('groups')).filter(({ name }) => name === 'Site 7')).toHaveLength(1);
});
