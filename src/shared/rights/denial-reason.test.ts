import { expect, test } from 'vitest';
import { denialReason } from './denial-reason.ts';

const operator = { role: 'operator', rights: ['view', 'start-scans', 'simulate'] } as const;
const session = { ...operator, rights: [...operator.rights] };

test('what the session has the rights for may be done', () => {
  expect(denialReason(session, ['simulate', 'start-scans'])).toBeNull();
  expect(denialReason(session, [])).toBeNull();
});

test('the first right that is missing is told, with the role', () => {
  expect(denialReason(session, ['view', 'manage-groups', 'manage-policies'])).toBe(
    'Your role, Operator, may not change administration groups.',
  );
});

test('the rights of the session count, not what the console thinks of the role', () => {
  expect(denialReason({ role: 'operator', rights: ['view'] }, ['simulate'])).toContain('Operator');
});

test('nothing may be done while it is not known who is signed in', () => {
  expect(denialReason(undefined, ['view'])).toBe('It is not known yet who is signed in here.');
});
