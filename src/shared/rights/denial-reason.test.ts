import { expect, test } from 'vitest';
import { denialReason } from './denial-reason.ts';

const operator = { role: 'operator', rights: ['view', 'start-scans', 'simulate'] } as const;
const session = { ...operator, rights: [...operator.rights] };

test('nothing is denied that the session has the rights for', () => {
  expect(denialReason(session, ['simulate', 'start-scans'])).toBeNull();
  expect(denialReason(session, [])).toBeNull();
});

test('the reason names the first missing right and the role', () => {
  expect(denialReason(session, ['view', 'manage-groups', 'manage-policies'])).toBe(
    'Your role, Operator, may not change administration groups.',
  );
});

test('the rights of the session count, not what the console thinks of the role', () => {
  expect(denialReason({ role: 'operator', rights: ['view'] }, ['simulate'])).toContain('Operator');
});

test('everything is denied while the session is loading', () => {
  expect(denialReason(undefined, ['view'])).toBe('It is not known yet who is signed in here.');
});
