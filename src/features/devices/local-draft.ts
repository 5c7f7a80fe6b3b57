import type { DeviceSettingsView, SourceView } from '#contract/devices.ts';
import { changesBetween } from '#domain/policy/setting-words.ts';
import {
  settingsGroupLabels,
  settingsGroups,
  type SettingsGroup,
  type SettingsValues,
} from '#domain/policy/settings.ts';

/** The local value of each group of settings; null if not set on the device. */
export type LocalDraft = { readonly [G in SettingsGroup]: SettingsValues[G] | null };

export const localDraftOf = ({ actions, authentication, additional }: DeviceSettingsView): LocalDraft => ({
  actions: actions.local,
  authentication: authentication.local,
  additional: additional.local,
});

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

/** The effective setting without the local value: the strongest one that the saved local value overrides. */
export function withoutLocal<G extends SettingsGroup>(
  group: G,
  views: GroupViews,
): { readonly value: SettingsValues[G]; readonly source: SourceView } {
  const view: View<G> = views[group];
  if (view.source.kind !== 'device') return view;
  return view.losers.find(({ because }) => because === 'set-on-device') ?? view;
}

/**
 * The changes between two drafts as texts. A newly set value is compared with the effective one without it:
 * *Additional: set on this device*, then each setting that it changes.
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
