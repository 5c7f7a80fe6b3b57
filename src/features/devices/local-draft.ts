import type { DeviceSettingsView } from '#contract/devices.ts';
import { changesBetween, type AdditionalValue } from '#domain/policy/settings.ts';

/** The part of a device's settings that its window edits: the value set on the device, or null. */
export const localDraftOf = ({ additional }: DeviceSettingsView): AdditionalValue | null => additional.local;

/**
 * What differs between two values set on a device, in words. Where none was set, the new one is held against what holds
 * there now: *Additional: set on this device*, then each setting that it changes.
 */
export function localDifferences(
  from: AdditionalValue | null,
  to: AdditionalValue | null,
  { additional }: Pick<DeviceSettingsView, 'additional'>,
): string[] {
  if (from === null && to === null) return [];
  if (to === null) return ['Additional: no longer set on this device'];
  const changes = changesBetween('additional', from ?? additional.value, to);
  const words = changes.map((change) => `${change.setting}: ${change.from} → ${change.to}`);
  return from === null ? ['Additional: set on this device', ...words] : words;
}
