import { expect, test } from 'vitest';
import { createTestApp } from '#mocks/testing/test-app.ts';

test('a missing right is refused before the body is read', async () => {
  const backend = createTestApp();
  const users = await backend.call('world');
  const auditor = users.body.users.find(({ role }) => role === 'auditor');
  backend.signIn(auditor?.id ?? '');
  expect(await backend.request('PUT', '/policies/berlin', { body: 'no JSON' })).toMatchObject({
    status: 403,
    body: { type: '/problems/not-allowed' },
  });
});
