import { expect, test } from 'vitest';
import { createTestApp } from '../testing/test-app.ts';

const long = 'x'.repeat(201);

test.each([
  ['/search', 'search'],
  ['/groups/managed-devices/devices', 'search'],
  ['/groups/managed-devices/policies', 'search'],
  ['/groups/managed-devices/tasks', 'search'],
  ['/detections', 'search'],
  ['/changes', 'search'],
  ['/changes', 'object'],
])('GET %s?%s= of more than 200 characters is refused with the reason', async (path, name) => {
  const { request } = createTestApp();
  expect((await request('GET', `${path}?${name}=${long.slice(1)}`)).status).toBe(200);
  expect(await request('GET', `${path}?${name}=${long}`)).toMatchObject({
    status: 422,
    body: { errors: [{ path: `query/${name}`, message: 'Search for at most 200 characters.' }] },
  });
});
