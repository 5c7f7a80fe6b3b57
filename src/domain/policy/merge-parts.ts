import type { Part } from './merge.ts';
import { policyStatusLabels, type Policy } from './policy.ts';
import { describeValue } from './setting-words.ts';
import {
  lockLabels,
  sameValue,
  settingsGroupLabels,
  settingsGroups,
  type SettingsGroup,
  type SettingsValues,
} from './settings.ts';

/** The content of a policy that a save sends. */
type PolicyEdit = Pick<Policy, 'name' | 'status' | 'inherit' | 'force' | 'settings'>;
/** The local settings of a device that a save sends: for each group the value set on the device, or null. */
type LocalEdit = { readonly [G in SettingsGroup]: SettingsValues[G] | null };

const onOff = (on: boolean) => (on ? 'on' : 'off');

const general: Part<PolicyEdit> = {
  name: 'General',
  same: (a, b) => a.name === b.name && a.status === b.status && a.inherit === b.inherit && a.force === b.force,
  taken: (into, { name, status, inherit, force }) => ({ ...into, name, status, inherit, force }),
  lines: ({ name, status, inherit, force }) => [
    ['Name', name],
    ['Status', policyStatusLabels[status]],
    ['Inherit settings from parent policy', onOff(inherit)],
    ['Force inheritance of settings in child policies', onOff(force)],
  ],
};

const lockedPart = (group: SettingsGroup): Part<PolicyEdit> => ({
  name: settingsGroupLabels[group],
  same: ({ settings: { [group]: a } }, { settings: { [group]: b } }) =>
    a.lock === b.lock && sameValue(group, a.value, b.value),
  taken: (into, from) => ({ ...into, settings: { ...into.settings, [group]: from.settings[group] } }),
  lines: ({ settings: { [group]: own } }) => [...describeValue(group, own.value), ['Lock', lockLabels[own.lock]]],
});

const localPart = (group: SettingsGroup): Part<LocalEdit> => ({
  name: settingsGroupLabels[group],
  same: ({ [group]: a }, { [group]: b }) => (a && b ? sameValue(group, a, b) : a === b),
  taken: (into, from) => ({ ...into, [group]: from[group] }),
  lines: ({ [group]: value }) =>
    value ? describeValue(group, value) : [[settingsGroupLabels[group], 'not set on this device']],
});

/** The units of a merge in a policy: *General*, and each group of settings with its lock. */
export const policyParts: readonly Part<PolicyEdit>[] = [general, ...settingsGroups.map(lockedPart)];

/** The units of a merge on a device: each group of settings. */
export const localParts: readonly Part<LocalEdit>[] = settingsGroups.map(localPart);
