import type { PolicyUpdate, PolicyView } from '#contract/policies.ts';
import { policyStatusLabels } from '#domain/policy/policy.ts';
import { changesBetween } from '#domain/policy/setting-words.ts';
import { lockLabels, settingsGroupLabels, settingsGroups, type SettingsGroup } from '#domain/policy/settings.ts';

/** The editable part of a policy. */
export const draftOf = ({ name, status, inherit, force, settings }: PolicyView): PolicyUpdate => ({
  name,
  status,
  inherit,
  force,
  settings: {
    actions: settings.actions.own,
    authentication: settings.authentication.own,
    additional: settings.additional.own,
  },
});

/** The changes between two drafts as texts: *Scan start: Manual start → 20:00–07:00*. */
export function differences(from: PolicyUpdate, to: PolicyUpdate): string[] {
  const onOff = (on: boolean) => (on ? 'on' : 'off');
  const pairs = [
    ['Name', from.name, to.name],
    ['Status', policyStatusLabels[from.status], policyStatusLabels[to.status]],
    ['Inherit settings from parent policy', onOff(from.inherit), onOff(to.inherit)],
    ['Force inheritance of settings in child policies', onOff(from.force), onOff(to.force)],
  ] as const;
  return [
    ...pairs.filter(([, was, is]) => was !== is).map(([setting, was, is]) => `${setting}: ${was} → ${is}`),
    ...settingsGroups.flatMap((group) => groupDifferences(group, from, to)),
  ];
}

function groupDifferences(group: SettingsGroup, from: PolicyUpdate, to: PolicyUpdate): string[] {
  const [was, is] = [from.settings[group], to.settings[group]];
  const lock =
    was.lock === is.lock ? [] : [`${settingsGroupLabels[group]}: ${lockLabels[was.lock]} → ${lockLabels[is.lock]}`];
  return [
    ...changesBetween(group, was.value, is.value).map((change) => `${change.setting}: ${change.from} → ${change.to}`),
    ...lock,
  ];
}
