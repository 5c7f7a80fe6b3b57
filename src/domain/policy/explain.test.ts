import { expect, test } from 'vitest';
import { isFixedGroup } from '../fleet/fleet.ts';
import { effectivePolicy } from './effective-policy.ts';
import { sentenceOfSource } from './explain.ts';
import { explainDevice, explainPolicy } from './explanation.ts';
import { explanationText } from './explanation-text.ts';
import { closed, device, id, policy, value, world } from './testing/policy-vocabulary.ts';

const named = { name: 'Baseline', group: { name: 'Managed devices' } };

test.each([
  [{ kind: 'policy', policy: named, lock: 'closed' }, 'locked by policy Baseline of group Managed devices'],
  [{ kind: 'policy', policy: named, lock: 'open' }, 'from policy Baseline, not enforced'],
  [{ kind: 'device' }, 'set on the device'],
  [{ kind: 'default' }, 'application default'],
] as const)('who decided: %j reads “%s”', (source, text) => {
  expect(sentenceOfSource(source)).toBe(text);
});

test('as text, a value of the device and one of an explanation of a policy, which has no device', () => {
  const own = policy('own', 'berlin');
  const h = world(own);
  const onDevice = explanationText(h, explainDevice(h, device(), 'additional', value('immediate')), 'A', {
    ofPolicy: () => 'revision 1',
    onDevice: 'revision 3',
    asOf: 'now',
  }).split('\n');
  expect(onDevice).toContain('Decided: set on the device.');
  expect(onDevice).toContain('Decided in: revision 3.');
  expect(onDevice[onDevice.indexOf('On the device (revision 3)') + 1]).toBe(
    '  Scanning scope: Critical file areas on the device; Scan start: At once; Detection of legitimate applications: off. Wins: own of group berlin leaves the lock open, so the device decides.',
  );
  const inPolicy = explanationText(h, explainPolicy(h, own, 'additional'), 'own', {
    ofPolicy: () => 'draft, not saved',
    onDevice: null,
    asOf: 'now',
  }).split('\n');
  expect(inPolicy.filter((line) => line.startsWith('On the device'))).toEqual([]);
  expect(inPolicy).toContain('Decided in: draft, not saved.');
  expect(inPolicy).toContain('Decided: from policy own, not enforced.');
});

test('a policy’s own value under policy says so; what else is beside it and above it says why not', () => {
  const own = policy('own', 'berlin', { additional: closed });
  const beside = policy('beside', 'berlin', { status: 'out-of-office' });
  const draft = policy('draft', 'berlin', { status: 'inactive' });
  const above = policy('above', 'offices', { status: 'out-of-office' });
  const { levels } = explainPolicy(world(own, beside, draft, above), own, 'additional');
  const text = levels.flatMap(({ entries }) => entries.map((entry) => [entry.policy.name, entry.because]));
  expect(Object.fromEntries(text)).toEqual({
    own: 'It is the policy’s own value, under policy: nothing above locks it.',
    beside: 'It is another policy of the same group: own takes nothing from it.',
    draft: 'It is inactive: no device obeys it.',
    above: 'It is an out-of-office policy: it hands nothing down.',
  });
});

test('an out-of-office policy of a nearer group says that it inherits from none above', () => {
  const near = policy('near', 'berlin', { status: 'out-of-office' });
  const far = policy('far', 'root', { status: 'out-of-office' });
  const { levels } = explainPolicy(world(near, far), near, 'additional');
  expect(levels[0]?.entries[0]?.because).toBe(
    'near of group berlin is an out-of-office policy: it inherits from no other.',
  );
});

test('a group that is not in the hierarchy is refused by name', () => {
  expect(() => effectivePolicy(world(), id('nowhere'))).toThrow('No group nowhere in the hierarchy');
});

test.each([
  ['managed-devices', true],
  ['unassigned-devices', true],
  ['berlin', false],
])('%s is always there: %s', (group, fixed) => {
  expect(isFixedGroup(id(group))).toBe(fixed);
});
