import { expect, test } from 'vitest';
import { deviceIdSchema, groupIdSchema, policyIdSchema } from '#domain/ids.ts';
import { fixTarget } from './fix-link.ts';

const device = { id: deviceIdSchema.parse('ber-ws-0001'), name: 'BER-WS-0001', timeZone: 'Europe/Berlin' };
const offices = { id: groupIdSchema.parse('offices'), name: 'Offices' };
const policy = { id: policyIdSchema.parse('offices-baseline'), name: 'Offices baseline', group: offices };
const berlin = groupIdSchema.parse('berlin');

test('a condition decided by a policy links to that policy, in the current group or else in its own', () => {
  const missing = {
    condition: 'response-actions-off' as const,
    source: { kind: 'policy' as const, policy, lock: 'closed' as const },
  };
  expect(fixTarget(missing, device, berlin)).toMatchObject({ policy: policy.id, groupId: berlin, tab: 'policies' });
  expect(fixTarget(missing, device, null)).toMatchObject({ name: 'Offices baseline', groupId: offices.id });
});

test.each(['device', 'default', 'server'] as const)('a condition decided by the %s links to the device', (kind) => {
  const missing = { condition: 'no-account' as const, source: { kind } };
  expect(fixTarget(missing, device, berlin)).toEqual({
    name: 'BER-WS-0001',
    groupId: berlin,
    tab: 'devices',
    device: device.id,
  });
});
