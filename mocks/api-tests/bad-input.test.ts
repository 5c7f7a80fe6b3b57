import { describe, expect, test } from 'vitest';
import { policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '../testing/test-app.ts';
import { bodyOf } from '../testing/policy-body.ts';

const berlin = { policyId: policyIdSchema.parse('berlin') };

const problem = (type: string, status: number) => ({ type: `/problems/${type}`, status });

describe('bad input', () => {
  const interval = (start: string, end: string) => ({ mode: 'interval', window: { start, end } });
  const at = '/settings/additional/value/iocScanning';

  test.each([
    ['24:00', { start: interval('24:00', '07:00') }, `${at}/start/window/start`],
    ['7:5', { start: interval('20:00', '7:5') }, `${at}/start/window/end`],
    ['an empty time', { start: interval('', '07:00') }, `${at}/start/window/start`],
    ['equal times', { start: interval('20:00', '20:00') }, `${at}/start/window/end`],
    ['an unknown scope', { scope: 'everything' }, `${at}/scope`],
    ['an unknown mode', { start: { mode: 'sometimes' } }, `${at}/start/mode`],
  ])('%s is refused with the path of the error, and nothing changes', async (_, wrong, path) => {
    const backend = createTestApp();
    const { body, etag } = await backend.call('policy', { params: berlin });
    const good = bodyOf(body);
    const iocScanning = { ...good.settings.additional.value.iocScanning, ...wrong };
    const additional = { ...good.settings.additional, value: { ...good.settings.additional.value, iocScanning } };
    const reply = await backend.request('PUT', '/policies/berlin', {
      body: JSON.stringify({ ...good, settings: { ...good.settings, additional } }),
      ifMatch: etag ?? '',
    });
    expect(reply.type).toContain('application/problem+json');
    expect(reply.body).toMatchObject({ ...problem('invalid-input', 422), errors: [{ path }] });
    expect((await backend.call('policy', { params: berlin })).body).toEqual(body);
  });

  test.each([
    ['GET', '/policies/nobody', undefined, 'not-found', 404],
    ['GET', '/policies/%00%2e%2e', undefined, 'not-found', 404],
    ['GET', '/nowhere', undefined, 'not-found', 404],
    ['DELETE', '/clock', undefined, 'method-not-allowed', 405],
    ['PUT', '/policies/berlin', '{"name":', 'malformed-request', 400],
    ['PUT', '/policies/berlin', JSON.stringify({ name: 'x'.repeat(100_000) }), 'too-large', 413],
    [
      'POST',
      '/preview',
      '{"start":{"mode":"manual"},"timeZone":"Mars/Olympus","from":"2026-01-01T00:00:00Z","to":"2026-01-02T00:00:00Z"}',
      'invalid-input',
      422,
    ],
    ['POST', '/detections', '{"deviceId":"nobody","objects":[]}', 'invalid-input', 422],
    ['POST', '/clock', '{"command":"jump","to":"2020-01-01T00:00:00Z"}', 'state-forbids', 409],
    ['GET', '/groups/berlin/devices?page=0', undefined, 'invalid-input', 422],
  ])('%s %s returns problem details', async (method, path, body, kind, status) => {
    const reply = await createTestApp().request(method, path, body === undefined ? {} : { body, ifMatch: '"1"' });
    expect(reply.body).toMatchObject(problem(kind, status));
  });
});
