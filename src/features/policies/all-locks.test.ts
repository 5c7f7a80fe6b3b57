import { expect, test } from 'vitest';
import type { PolicyView } from '#contract/policies.ts';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { applicationDefaults, type Lock } from '#domain/policy/settings.ts';
import { allLocks, withAllLocks } from './all-locks.ts';
import { draftOf } from './policy-draft.ts';

const root = { id: groupIdSchema.parse('managed-devices'), name: 'Managed devices' };
const above = { id: policyIdSchema.parse('baseline'), name: 'Baseline', group: root };

function view(locks: readonly [Lock, Lock, Lock], lockedAbove: boolean): PolicyView {
  const state = <V>(value: V, lock: Lock, lockedBy: typeof above | null) => ({
    value,
    lock,
    lockedBy,
    own: { value, lock },
    deviatingDevices: 0,
  });
  return {
    id: policyIdSchema.parse('offices'),
    name: 'Offices',
    status: 'active',
    group: root,
    inherit: true,
    force: false,
    parent: above,
    forcedBy: null,
    deviceCount: 1,
    commonTimeZone: 'UTC',
    settings: {
      actions: state(applicationDefaults.actions, locks[0], lockedAbove ? above : null),
      authentication: state(applicationDefaults.authentication, locks[1], null),
      additional: state(applicationDefaults.additional, locks[2], null),
    },
    revision: 1,
    modifiedAt: '2026-11-24T18:42:00.000Z',
    modifiedBy: 'M. Admin',
  };
}

const locksOf = (draft: ReturnType<typeof draftOf>) => Object.values(draft.settings).map(({ lock }) => lock);

test('all editable locks close together, and open again', () => {
  const policy = view(['open', 'closed', 'open'], false);
  const closed = withAllLocks(policy, draftOf(policy), 'closed');
  expect(locksOf(closed)).toEqual(['closed', 'closed', 'closed']);
  expect(allLocks(policy, closed)).toEqual({
    notClosable: 'Every group that can be edited here is under policy already.',
    notOpenable: null,
    leftAlone: null,
  });
  expect(locksOf(withAllLocks(policy, closed, 'open'))).toEqual(['open', 'open', 'open']);
});

test('a group locked from above is left alone, and named', () => {
  const policy = view(['open', 'open', 'open'], true);
  const closed = withAllLocks(policy, draftOf(policy), 'closed');
  expect(locksOf(closed)).toEqual(['open', 'closed', 'closed']);
  expect(allLocks(policy, closed)).toMatchObject({
    notClosable: 'Every group that can be edited here is under policy already.',
    leftAlone: 'Actions is locked from above and left alone.',
  });
});

test('without inheritance nothing is locked from above', () => {
  const policy = view(['open', 'open', 'open'], true);
  expect(locksOf(withAllLocks(policy, { ...draftOf(policy), inherit: false }, 'closed'))).toEqual([
    'closed',
    'closed',
    'closed',
  ]);
});
