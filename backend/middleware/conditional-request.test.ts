import { expect, test } from 'vitest';
import { policyIdSchema } from '#domain/ids.ts';
import { createTestApp } from '#mocks/testing/test-app.ts';

test.each([
  ['without If-Match', undefined, 428],
  ['with an old ETag', '"99"', 412],
  ['with the current ETag', '"1"', 200],
  ['with any', '*', 200],
])('a conditional write %s answers %s: %i', async (_, ifMatch, status) => {
  const backend = createTestApp();
  const { etag } = await backend.call('policy', { params: { policyId: policyIdSchema.parse('berlin') } });
  const sent = ifMatch === '"1"' ? (etag ?? '') : ifMatch;
  const init = { body: JSON.stringify({ status: 'inactive' }), ...(sent === undefined ? {} : { ifMatch: sent }) };
  expect(await backend.request('POST', '/policies/berlin/status', init)).toMatchObject({ status });
});
