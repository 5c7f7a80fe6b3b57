import { expect, test } from 'vitest';
import { operations } from '#contract/operations.ts';
import { createTestApp } from '../testing/test-app.ts';
import { everything } from '../testing/random-edits.ts';

const withBodies = Object.values(operations).filter(
  ({ method, bodyType }) => method !== 'GET' && bodyType !== 'text/csv',
);
const addressOf = (path: string, id: string) => path.replaceAll(/\{\w+\}/g, id);

test.each(['__proto__', 'constructor', 'prototype'])(
  'a body with the property %s is refused and pollutes no prototype',
  async (key) => {
    const backend = createTestApp();
    const before = await everything(backend.store);
    for (const { method, path } of withBodies) {
      const body = `{"${key}":{"admin":true},"name":"Labs"}`;
      const reply = await backend.request(method, addressOf(path, 'berlin'), { body, ifMatch: '*' });
      expect(reply.status, `${method} ${path}`).toBeGreaterThanOrEqual(400);
      expect(reply.status, `${method} ${path}`).toBeLessThan(500);
    }
    expect(Reflect.get({}, 'admin')).toBeUndefined();
    expect(await everything(backend.store)).toBe(before);
  },
);

test.each([
  '..%2f..%2fserver',
  '%2e%2e',
  '%00',
  '__proto__',
  'constructor',
  'berlin%2Fsettings',
  'berlin%20',
  'BERLIN',
  'a'.repeat(5_000),
])('an invalid id (%s) in a path finds nothing', async (id) => {
  const backend = createTestApp();
  const before = await everything(backend.store);
  for (const { method, path } of Object.values(operations).filter((operation) => operation.path.includes('{'))) {
    const reply = await backend.request(
      method,
      addressOf(path, id),
      method === 'GET' ? {} : { body: '{}', ifMatch: '*' },
    );
    expect([404, 405, 422], `${method} ${path}: ${String(reply.status)}`).toContain(reply.status);
  }
  expect(await everything(backend.store)).toBe(before);
});

test('markup is escaped in an IOC file', async () => {
  const backend = createTestApp();
  const fileName = `<b>&"'.]]>scr`;
  const body = JSON.stringify({ deviceId: 'ber-ws-0001', objects: [{ fileName, md5: 'a'.repeat(32) }] });
  expect((await backend.request('POST', '/detections', { body })).status).toBe(201);
  const { content } = (await backend.request('GET', '/tasks/task-0001/ioc-file')).body as { content: string };
  expect(content).toContain('&lt;b&gt;&amp;');
  expect(content).not.toContain('<b>');
  expect(content).not.toContain(']]>');
});
