import { expect, test } from 'vitest';
import { createFailedBackend } from './failed-backend.ts';

test.each([
  ['an error', new Error('Array buffer allocation failed'), 'Array buffer allocation failed.'],
  ['a sentence', new Error('There is no room.'), 'There is no room.'],
  ['anything else', 'odd', 'odd.'],
])('where the data cannot be prepared, every request is told why: %s', async (_, thrown, why) => {
  for (const method of ['GET', 'POST']) {
    const response = await createFailedBackend(thrown).request('/api/v1/groups', { method });
    expect(response.status).toBe(500);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: '/problems/backend-failed',
      detail: `The data set could not be prepared: ${why} Reload the page, or open another data set.`,
    });
  }
});
