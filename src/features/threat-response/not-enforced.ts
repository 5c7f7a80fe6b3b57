import { settingsGroupLabels, type SettingsGroup } from '#domain/policy/settings.ts';

/** What becomes of a value saved under an open lock: *Saved with the policy, but not enforced: the lock of Additional is open.* */
export const notEnforcedSentence = (group: SettingsGroup): string =>
  `Saved with the policy, but not enforced: the lock of ${settingsGroupLabels[group]} is open.`;

/**
 * How many of the devices that obey a policy use another value: *1 of 112 devices uses another value.*
 * @param devices those that obey the policy now
 */
export function deviationSentence(deviating: number, devices: number): string {
  if (devices === 0) return 'No device obeys this policy now.';
  if (deviating === 0) return 'No device uses another value.';
  const of = `${deviating.toLocaleString('en')} of ${devices.toLocaleString('en')}`;
  return `${of} ${devices === 1 ? 'device' : 'devices'} ${deviating === 1 ? 'uses' : 'use'} another value.`;
}
