import { expect, test } from 'vitest';
import { applicationDefaults, type AdditionalValue } from '#domain/policy/settings.ts';
import { localDifferences, withoutLocal, type LocalDraft } from './local-draft.ts';

const says = <V>(value: V) => ({
  value,
  source: { kind: 'default' as const },
  local: null,
  editable: true,
  losers: [],
});
const base = {
  actions: says(applicationDefaults.actions),
  authentication: says(applicationDefaults.authentication),
  additional: says(applicationDefaults.additional),
};
const nothing: LocalDraft = { actions: null, authentication: null, additional: null };
const atOnce: AdditionalValue = {
  ...applicationDefaults.additional,
  iocScanning: { scope: 'critical-areas', start: { mode: 'immediate' } },
};

test('a newly set local value is compared with the effective value', () => {
  expect(localDifferences(nothing, { ...nothing, additional: atOnce }, base)).toEqual([
    'Additional: set on this device',
    'Scan start: Manual start → At once',
  ]);
});

test('each group of settings is set on the device separately', () => {
  const actions = { enabled: true, selected: ['notify-user' as const] };
  expect(localDifferences({ ...nothing, additional: atOnce }, { ...nothing, actions }, base)).toEqual([
    'Actions: set on this device',
    'Response actions: off → on',
    'Selected actions: none → Notify device user',
    'Additional: no longer set on this device',
  ]);
});

test('a value that equals the policy’s is still set on the device, and taking it away is a change', () => {
  const same = { ...nothing, additional: base.additional.value };
  expect(localDifferences(nothing, same, base)).toEqual(['Additional: set on this device']);
  expect(localDifferences({ ...nothing, additional: atOnce }, nothing, base)).toEqual([
    'Additional: no longer set on this device',
  ]);
  expect(localDifferences(nothing, nothing, base)).toEqual([]);
});

test('without the local value, the setting it overrides is effective', () => {
  const beaten = { source: { kind: 'default' as const }, value: base.additional.value, because: 'set-on-device' };
  const other = { source: { kind: 'device' as const }, value: atOnce, because: 'policy-says' };
  const saved = {
    ...base,
    additional: { ...base.additional, value: atOnce, source: { kind: 'device' as const }, losers: [other, beaten] },
  };
  expect(withoutLocal('additional', saved).value).toEqual(base.additional.value);
});
