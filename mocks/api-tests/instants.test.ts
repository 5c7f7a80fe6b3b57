import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';

const managedDevices = groupIdSchema.parse('managed-devices');

/** The same instant, 2026-11-24T18:00:00Z, as people and programs write it. */
const forms = [
  '2026-11-24T18:00:00.000Z',
  '2026-11-24T18:00Z',
  '2026-11-24 19:00+01:00',
  '20261124T180000Z',
  '2026-11-24T18:00:00,000Z',
  '2026-11-24T19:00+01',
  '2026-11-24T19:00+0100',
];

test.each(forms)('%s: the clock, a detection, a preview and a forecast take it as the same instant', async (at) => {
  const { call } = createTestApp();
  const detection = await call('simulateDetection', {
    body: { deviceId: deviceIdSchema.parse('ber-ws-0001'), at, objects: [{ fileName: 'a.exe', md5: '0'.repeat(32) }] },
  });
  expect(detection.body.detectedAt).toBe('2026-11-24T18:00:00.000Z');
  const preview = await call('preview', {
    body: { start: { mode: 'immediate' }, timeZone: 'UTC', from: at, to: '2026-11-25T18:00Z', createdAt: [at] },
  });
  expect(preview.body.starts[0]?.at).toBe('2026-11-24T18:00:00.000Z');
  const forecast = await call('forecast', {
    body: { place: { kind: 'group', groupId: managedDevices }, detections: { kind: 'at', instants: [at] } },
  });
  expect(forecast.body.detections).toEqual(['2026-11-24T18:00:00.000Z']);
  const clock = await call('setClock', { body: { command: 'jump', to: at } });
  expect(clock.body.now).toBe('2026-11-24T18:00:00.000Z');
});

test.each([
  ...forms.map(encodeURIComponent),
  // A plus sign that nobody wrote as %2B.
  '2026-11-24T19:00+01:00',
  '2026-11-24T19:00:00+0100',
  '2026-11-24%2019:00+01',
])('the audit log from %s on, in an address', async (from) => {
  const { request, call } = createTestApp('2026-11-24T17:59:00Z');
  const rename = (name: string) => call('createGroup', { params: { groupId: managedDevices }, body: { name } });
  await rename('before');
  await call('setClock', { body: { command: 'jump', to: '2026-11-24T18:00Z' } });
  await rename('after');
  const { status, body } = await request('GET', `/changes?from=${from}`);
  expect({ status, body }).toMatchObject({ status: 200, body: { total: 1, rows: [{ objects: [{ name: 'after' }] }] } });
});

test.each([
  ['2026-11-24T18:00', 'Add the offset from UTC: 2026-11-24T18:00Z for UTC, or 2026-11-24T18:00+01:00, for example.'],
  ['2026-11-24', 'Add a time and the offset from UTC, for example 2026-11-24T18:00Z.'],
  ['soon', 'Enter an instant with its offset from UTC, for example 2026-11-24T18:00Z or 2026-11-24T19:00+01:00.'],
])('%s is refused, and the answer says what to write', async (to, message) => {
  const { ask } = createTestApp();
  const { status, body } = await ask('setClock', { body: { command: 'jump', to } });
  expect(status).toBe(422);
  expect(body).toMatchObject({ errors: [{ path: '/to', message }] });
});
