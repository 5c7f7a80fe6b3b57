import { expect, test } from 'vitest';
import { previousDataOf } from './previous-data.ts';

const keep = previousDataOf({ groupId: 'berlin' });

test.each([
  [
    'another page of the same group',
    { queryKey: ['groupDevices', { params: { groupId: 'berlin' } }] as const },
    'kept',
  ],
  ['another group', { queryKey: ['groupDevices', { params: { groupId: 'london' } }] as const }, undefined],
  ['nothing before', undefined, undefined],
])('what stands in for an answer: %s', (_, query, stored) => {
  expect(keep('kept', query)).toBe(stored);
});
