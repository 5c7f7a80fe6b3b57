import { policyStatusLabels, type Policy, type PolicySettings } from '#domain/policy/policy.ts';
import { changesBetween, describeValue, type SettingChange } from '#domain/policy/setting-words.ts';
import {
  lockLabels,
  settingsGroupLabels,
  settingsGroups,
  type SettingsGroup,
  type SettingsValues,
} from '#domain/policy/settings.ts';
import type { LocalSettings } from '../ports/history-records.ts';

/** What differs between two states of an object, setting by setting, in words. */

const yesNo = (on: boolean) => (on ? 'on' : 'off');
const onlyDifferent = (lines: readonly (readonly [setting: string, from: string, to: string])[]): SettingChange[] =>
  lines.map(([setting, from, to]) => ({ setting, from, to })).filter(({ from, to }) => from !== to);

export function policyChanges(before: DescribedPolicy, after: DescribedPolicy): SettingChange[] {
  return [
    ...onlyDifferent([
      ['Name', before.name, after.name],
      ['Status', policyStatusLabels[before.status], policyStatusLabels[after.status]],
      ['Inherit settings from parent policy', yesNo(before.inherit), yesNo(after.inherit)],
      ['Force inheritance of settings in child policies', yesNo(before.force), yesNo(after.force)],
    ]),
    ...settingsGroups.flatMap((group) => settingsChanges(group, before.settings, after.settings)),
  ];
}

type DescribedPolicy = Pick<Policy, 'name' | 'status' | 'inherit' | 'force' | 'settings'>;

function settingsChanges(group: SettingsGroup, before: PolicySettings, after: PolicySettings): SettingChange[] {
  return [
    ...changesBetween(group, before[group].value, after[group].value),
    ...onlyDifferent([[settingsGroupLabels[group], lockLabels[before[group].lock], lockLabels[after[group].lock]]]),
  ];
}

type LocalValues = LocalSettings['values'];
const notSet = 'not set on the device';

/** The local settings of a device; null where none were ever set. */
export function localSettingsChanges(before: LocalValues | null, after: LocalValues): SettingChange[] {
  return settingsGroups.flatMap((group) => localSettingsGroupChanges(group, before?.[group] ?? null, after[group]));
}

/** One group of local settings, from one value, or none, to another. */
export function localSettingsGroupChanges<G extends SettingsGroup>(
  group: G,
  from: SettingsValues[G] | null,
  to: SettingsValues[G] | null,
): SettingChange[] {
  if (from !== null && to !== null) return changesBetween(group, from, to);
  if (from === null && to === null) return [];
  const value = from ?? to;
  const words = (side: unknown) => (side === null ? notSet : 'set on the device');
  // What was set, or is now, setting by setting: that it was set would not tell an auditor what was lost.
  return [
    { setting: settingsGroupLabels[group], from: words(from), to: words(to) },
    ...(value === null ? [] : describeValue(group, value)).map(([setting, text]) =>
      from === null ? { setting, from: notSet, to: text } : { setting, from: text, to: notSet },
    ),
  ];
}

/** An administration group: its name, and the group it is in. */
export const groupChanges = (before: DescribedGroup, after: DescribedGroup): SettingChange[] =>
  onlyDifferent([
    ['Name', before.name, after.name],
    ['Parent group', before.parent, after.parent],
  ]);

interface DescribedGroup {
  readonly name: string;
  readonly parent: string;
}

type SettingDescriptions = readonly (readonly [setting: string, value: string])[];

/** All that a policy says, setting by setting, under the names that its changes carry. */
export const describePolicy = (policy: DescribedPolicy): SettingDescriptions => [
  ['Name', policy.name],
  ['Status', policyStatusLabels[policy.status]],
  ['Inherit settings from parent policy', yesNo(policy.inherit)],
  ['Force inheritance of settings in child policies', yesNo(policy.force)],
  ...settingsGroups.flatMap((group): SettingDescriptions => {
    const { value, lock } = policy.settings[group];
    return [...describeValue(group, value), [settingsGroupLabels[group], lockLabels[lock]]];
  }),
];

/** The same for the local settings of a device. */
export const describeLocalSettings = (values: LocalValues): SettingDescriptions =>
  settingsGroups.flatMap((group): SettingDescriptions => {
    const value = values[group];
    return value === null ? [[settingsGroupLabels[group], notSet]] : describeValue(group, value);
  });

export const describeGroup = ({ name, parent }: DescribedGroup): SettingDescriptions => [
  ['Name', name],
  ['Parent group', parent],
];
