import { expect, test } from 'vitest';
import type { DeviceSettingsView } from '#contract/devices.ts';
import { applicationDefaults, type AdditionalValue } from '#domain/policy/settings.ts';
import { localDifferences } from './local-draft.ts';

const base: Pick<DeviceSettingsView, 'additional'> = {
  additional: {
    value: applicationDefaults.additional,
    source: { kind: 'default' },
    local: null,
    editable: true,
    losers: [],
  },
};
const atOnce: AdditionalValue = {
  ...applicationDefaults.additional,
  iocScanning: { scope: 'critical-areas', start: { mode: 'immediate' } },
};

test('a value set on a device says what it changes against what held there', () => {
  expect(localDifferences(null, atOnce, base)).toEqual([
    'Additional: set on this device',
    'Scan start: Manual start → At once',
  ]);
});

test('a value that equals the policy’s is still set on the device, and taking it away is a change', () => {
  expect(localDifferences(null, base.additional.value, base)).toEqual(['Additional: set on this device']);
  expect(localDifferences(atOnce, null, base)).toEqual(['Additional: no longer set on this device']);
  expect(localDifferences(null, null, base)).toEqual([]);
});
