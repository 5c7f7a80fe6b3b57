import { actions } from '../response/actions.ts';
import { describeScanStart } from '../schedule/scan-start.ts';
import { sameValue, scanScopeLabels, settingLabels, type SettingsGroup, type SettingsValues } from './settings.ts';

/** One setting's change in words: *Scan start: Manual start → 20:00–07:00*. */
export interface SettingChange {
  readonly setting: string;
  readonly from: string;
  readonly to: string;
}

const onOff = (on: boolean) => (on ? 'on' : 'off');

const lines: { readonly [G in SettingsGroup]: (value: SettingsValues[G]) => readonly (readonly [string, string])[] } = {
  actions: (v) => [
    [settingLabels.enabled, onOff(v.enabled)],
    [
      settingLabels.selected,
      v.selected.length === 0 ? 'none' : v.selected.map((action) => actions[action].label).join(', '),
    ],
  ],
  authentication: (v) => [[settingLabels.password, v.credential === null ? 'not set' : 'set']],
  additional: (v) => [
    [settingLabels.scope, scanScopeLabels[v.iocScanning.scope]],
    [settingLabels.start, describeScanStart(v.iocScanning.start)],
    [settingLabels.legitimateApplications, onOff(v.detectLegitimateApplications)],
  ],
};

/** Each setting of a group by name with its value in words, in the order of the screen. */
export function describeValue<G extends SettingsGroup>(
  group: G,
  value: SettingsValues[G],
): readonly (readonly [setting: string, value: string])[] {
  return lines[group](value);
}

/** Which settings of a group differ between two values, in words. */
export function changesBetween<G extends SettingsGroup>(
  group: G,
  from: SettingsValues[G],
  to: SettingsValues[G],
): SettingChange[] {
  if (sameValue(group, from, to)) return [];
  const after = new Map(describeValue(group, to));
  const all = describeValue(group, from).map(([setting, was]) => ({
    setting,
    from: was,
    to: after.get(setting) ?? '',
  }));
  const changes = all.filter((change) => change.from !== change.to);
  // Another password reads the same as the one before: set.
  return changes.length > 0 ? changes : all.map((change) => ({ ...change, to: `${change.to} anew` }));
}
