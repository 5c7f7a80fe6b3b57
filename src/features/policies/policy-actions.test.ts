import { describe, expect, test } from 'vitest';
import { groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { arrivalText, deactivatedNames, successorText, policyActions, notApplicableReason } from './policy-actions.ts';

const statusLine = (object: string, from: string, to: string) => ({ object, setting: 'Status', from, to });

test.each(['active', 'inactive', 'out-of-office'] as const)(
  'only what a policy is already makes no sense: %s',
  (status) => {
    const senseless = policyActions.filter((action) => notApplicableReason(action, { status }) !== null);
    expect(senseless).toEqual([status]);
    expect(notApplicableReason(status, { status })).toBe(`it is ${status} already`);
  },
);

test('the deactivated policy is named, the activated one is not', () => {
  const lines = [statusLine('Berlin draft', 'Inactive', 'Active'), statusLine('Berlin', 'Active', 'Inactive')];
  expect(deactivatedNames(lines, 'Berlin draft')).toEqual(['Berlin']);
  expect(deactivatedNames(lines.slice(0, 1), 'Berlin draft')).toEqual([]);
});

test('a policy whose name is taken shows its new name', () => {
  const arriving = (object: string) => [{ object, setting: 'Policy', from: '', to: 'created' }];
  expect(arrivalText(arriving('Berlin (1)'), 'Berlin')).toBe('“Berlin” is taken there: it arrives as “Berlin (1)”.');
  expect(arrivalText(arriving('Berlin'), 'Berlin')).toBeNull();
});

describe('the policy that applies after a policy is deactivated, moved or deleted', () => {
  const parent = {
    id: policyIdSchema.parse('baseline'),
    name: 'Baseline',
    group: { id: groupIdSchema.parse('offices'), name: 'Offices' },
  };
  test.each([
    [{ status: 'inactive', deviceCount: 0, parent }, 'No device obeys it now.'],
    [
      { status: 'active', deviceCount: 1, parent },
      '1 device obeys it now. Afterwards: the policy “Baseline” of the group Offices.',
    ],
    [
      { status: 'active', deviceCount: 1200, parent: null },
      '1,200 devices obey it now. Afterwards: no policy, so what was set on the device, or else the application’s default.',
    ],
    [
      { status: 'out-of-office', deviceCount: 2, parent: null },
      '2 devices obey it now, while out of office. Afterwards: the nearest out-of-office policy above, or else the effective policy of their group.',
    ],
  ] as const)('%j', (policy, words) => {
    expect(successorText(policy)).toBe(words);
  });
});
