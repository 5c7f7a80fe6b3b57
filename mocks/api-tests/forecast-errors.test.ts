import { expect, test, vi } from 'vitest';
import { jobHeader } from '#contract/headers.ts';
import { operations } from '#contract/operations.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';
import { smallWorld } from '#mocks/seed/small.ts';
import { aDevice, between } from '#mocks/seed/vocabulary.ts';
import { at, contents, everywhere, noon, type Backend } from '../testing/forecast-client.ts';

const refusal = (backend: Backend, question: object, path = '/forecast') =>
  backend.request('POST', path, { body: JSON.stringify(question) });

test.each([
  ['a group that is not there', { place: { kind: 'group', groupId: 'nowhere' } }, '/place/groupId'],
  ['a device that is not there', { place: { kind: 'device', deviceId: 'nobody' } }, '/place/deviceId'],
  [
    'detections years apart',
    { detections: at('2026-01-01T00:00:00Z', '2028-01-01T00:00:00Z') },
    '/detections/instants',
  ],
  ['an end before the beginning', { view: { from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' } }, '/view/to'],
  [
    'a window without length',
    { draft: { kind: 'hand-set', scanning: { scope: 'system-drives', start: between('20:00', '20:00') } } },
    '/draft/scanning/start/window/end',
  ],
])('%s is refused at its path', async (_, wrong, path) => {
  const refused = await refusal(createTestApp(), { place: everywhere, detections: noon, ...wrong });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ path }] } });
});

test('a request for runs of a draft without a draft is refused', async () => {
  const question = { place: everywhere, detections: noon, side: 'draft' };
  expect(await refusal(createTestApp(), question, '/forecast/runs')).toMatchObject({
    status: 422,
    body: { errors: [{ path: '/side' }] },
  });
});

test('too many runs are refused with the possible number', async () => {
  const world = smallWorld(0);
  const devices = Array.from({ length: 40_000 }, (_, i) => aDevice(`PC-${String(i)}`, 'labs', 'Europe/Berlin'));
  const backend = createTestApp('2026-11-24T12:00:00Z', { ...world, devices });
  const detections = { kind: 'stream', from: '2026-11-24T12:00:00Z', days: 31, perDay: 20 };
  const refused = await refusal(backend, { place: everywhere, detections });
  expect(refused.status).toBe(422);
  expect(JSON.stringify(refused.body)).toContain('Ask for at most 500 detections, or for a smaller group.');
});

test('a forecast that is cancelled is refused, and other requests are answered meanwhile', async () => {
  const world = smallWorld(0);
  const devices = Array.from({ length: 60_000 }, (_, i) => aDevice(`PC-${String(i)}`, 'labs', 'Europe/Berlin'));
  const backend = createTestApp('2026-11-24T12:00:00Z', { ...world, devices });
  const id = '0b8a6f4e-3c1d-4c6e-9a55-1f2e3d4c5b6a';
  const days = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2026, 10, 24, i)).toISOString());
  const before = await contents(backend);
  const requested = backend.app.request('/api/v1/forecast', {
    method: 'POST',
    headers: { [jobHeader]: id },
    body: JSON.stringify({ place: everywhere, detections: at(...days) }),
  });
  await vi.waitFor(async () => {
    const { done, total } = operations.job.answer.parse((await backend.request('GET', `/jobs/${id}`)).body);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThanOrEqual(total);
  });
  await backend.request('DELETE', `/jobs/${id}`);
  const answer = await requested;
  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({ type: '/problems/cancelled' });
  expect(await contents(backend)).toBe(before);
});
