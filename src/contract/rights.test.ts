import { expect, test } from 'vitest';
import {
  missingRight,
  rightOfKind,
  rights,
  rightsOf,
  rightsToUndo,
  rightWords,
  roleNames,
  roles,
  whoMay,
  whyRoleMayNot,
} from './rights.ts';

test('a Main Administrator has every right', () => {
  expect(missingRight('main-administrator', rights)).toBeNull();
});

test('an Operator views, starts scans and drives the simulation, and changes nothing that an administrator set up', () => {
  expect(rightsOf.operator).toEqual(['view', 'start-scans', 'simulate']);
});

test('an Auditor views, and nothing else', () => {
  expect(rights.filter((right) => missingRight('auditor', [right]) === null)).toEqual(['view']);
});

test('of several rights the first that is missing is told; of none, none is', () => {
  expect(missingRight('operator', ['simulate', 'manage-groups', 'manage-policies'])).toBe('manage-groups');
  expect(missingRight('auditor', [])).toBeNull();
});

test('only a Main Administrator may change what has revisions, whatever its kind', () => {
  for (const right of Object.values(rightOfKind)) {
    expect(roles.filter((role) => missingRight(role, [right]) === null)).toEqual(['main-administrator']);
  }
});

test('a change is taken back by whoever may change each of the objects that it wrote', () => {
  expect(rightsToUndo({ objects: [{ kind: 'group' }, { kind: 'policy' }, { kind: 'policy' }] })).toEqual([
    'manage-groups',
    'manage-policies',
  ]);
});

test('a refusal names who may', () => {
  expect(whoMay('manage-policies')).toBe('A Main Administrator');
  expect(whoMay('start-scans')).toBe('A Main Administrator or an Operator');
});

test('a refusal names the role and what it may not do; no two rights or roles are told by the same words', () => {
  expect(whyRoleMayNot('auditor', 'manage-policies')).toBe('Your role, Auditor, may not change policies.');
  expect(new Set(Object.values(rightWords)).size).toBe(rights.length);
  expect(new Set(Object.values(roleNames)).size).toBe(roles.length);
});
