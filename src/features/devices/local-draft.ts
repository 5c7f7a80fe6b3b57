import type { DeviceSettingsView, SourceView } from '#contract/devices.ts';
import { changesBetween } from '#domain/policy/setting-words.ts';
import {
  settingsGroupLabels,
  settingsGroups,
  type SettingsGroup,
  type SettingsValues,
} from '#domain/policy/settings.ts';

/** The part of a device's settings that its window edits: of each group the value set on the device, or null. */
export type LocalDraft = { readonly [G in SettingsGroup]: SettingsValues[G] | null };

export const localDraftOf = ({ actions, authentication, additional }: DeviceSettingsView): LocalDraft => ({
  actions: actions.local,
  authentication: authentication.local,
  additional: additional.local,
});

/** What a device's settings say of each group of settings. */
export type GroupViews = { readonly [G in SettingsGroup]: View<G> };

interface View<G extends SettingsGroup> {
  readonly value: SettingsValues[G];
  readonly source: SourceView;
  readonly local: SettingsValues[G] | null;
  readonly editable: boolean;
  readonly losers: readonly {
    readonly source: SourceView;
    readonly value: SettingsValues[G];
    readonly because: string;
  }[];
}

/** What holds on the device, and by whom, once no value is set on it: the strongest that a saved local value beats. */
export function withoutLocal<G extends SettingsGroup>(
  group: G,
  views: GroupViews,
): { readonly value: SettingsValues[G]; readonly source: SourceView } {
  const view: View<G> = views[group];
  if (view.source.kind !== 'device') return view;
  return view.losers.find(({ because }) => because === 'set-on-device') ?? view;
}

/**
 * What differs between the values set on a device, in words. Where none was set, the new one is held against what holds
 * there without it: *Additional: set on this device*, then each setting that it changes.
 */
export function localDifferences(from: LocalDraft, to: LocalDraft, base: GroupViews): string[] {
  return settingsGroups.flatMap((group) => groupDifferences(group, from, to, base));
}

function groupDifferences(group: SettingsGroup, from: LocalDraft, to: LocalDraft, base: GroupViews): string[] {
  const [was, is] = [from[group], to[group]];
  const label = settingsGroupLabels[group];
  if (was === null && is === null) return [];
  if (is === null) return [`${label}: no longer set on this device`];
  const changes = changesBetween(group, was ?? withoutLocal(group, base).value, is);
  const words = changes.map((change) => `${change.setting}: ${change.from} → ${change.to}`);
  return was === null ? [`${label}: set on this device`, ...words] : words;
}
