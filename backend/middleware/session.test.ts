import { expect, test } from 'vitest';
import { createTestApp } from '#mocks/testing/test-app.ts';

test.each([
  ['the first user without a header', undefined, 200, 'M. Admin'],
  ['the user that the header names', 'j-keller', 200, 'J. Keller'],
])('a request is of %s', async (_, user, status, name) => {
  const headers = user === undefined ? {} : { 'x-vesper-user': user };
  const response = await createTestApp().app.request('/api/v1/world', { headers });
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ user: name });
});

test('an unknown user is not signed in', async () => {
  const response = await createTestApp().app.request('/api/v1/world', { headers: { 'x-vesper-user': 'nobody' } });
  expect(response.status).toBe(401);
});
