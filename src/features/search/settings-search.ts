import { scanScopeLabels, settingLabels, settingsGroupLabels, type SettingsGroup } from '#domain/policy/settings.ts';
import { scanStartLabels } from '#domain/schedule/scan-start.ts';
import type { DeviceId, GroupId, PolicyId } from '#domain/ids.ts';

/** A setting, or a group of settings, as one looks for it: by its name on the screen, or by words beside it. */
export interface Setting {
  readonly id: string;
  readonly name: string;
  readonly also: string;
  /** Where it stands: a group of settings of *Threat Response*, or *General* of a policy. */
  readonly group: SettingsGroup | null;
  /** True of what stands in the window *IOC scanning settings*. */
  readonly inIocDialog: boolean;
}

const ofGroup = (group: SettingsGroup, id: string, name: string, also = ''): Setting => ({
  id,
  name,
  also,
  group,
  inIocDialog: false,
});
const ofIoc = (id: string, name: string, also: string): Setting => ({
  ...ofGroup('additional', id, name, also),
  inIocDialog: true,
});
const ofGeneral = (id: string, name: string): Setting => ({ id, name, also: '', group: null, inIocDialog: false });

/** Every setting of a policy and of a device, in the order of the screen. */
export const settings: readonly Setting[] = [
  ofGroup(
    'actions',
    'response',
    'Take response actions on threats detected by Kaspersky Sandbox',
    `${settingLabels.enabled} ${settingsGroupLabels.actions}`,
  ),
  ofGroup('actions', 'selected', settingLabels.selected, 'Add quarantine delete notify IOC Scan'),
  ofGroup('authentication', 'password', settingLabels.password, settingsGroupLabels.authentication),
  ofGroup(
    'authentication',
    'authentication',
    settingsGroupLabels.authentication,
    'special account create check delete',
  ),
  ofIoc('ioc', 'IOC scanning settings', 'Configure Additional'),
  ofIoc('scope', settingLabels.scope, Object.values(scanScopeLabels).join(' ')),
  ofIoc('start', settingLabels.start, `${Object.values(scanStartLabels).join(' ')} Start time End time window hours`),
  ofGroup(
    'additional',
    'legitimate',
    'Enable detection of legitimate applications that can be exploited by adversaries',
    settingLabels.legitimateApplications,
  ),
  ofGroup('additional', 'lock', 'Under policy', 'Policy not enforced lock Additional'),
  ofGeneral('inherit', 'Inherit settings from parent policy'),
  ofGeneral('force', 'Force inheritance of settings in child policies'),
];

/** The policy or device whose settings are at hand, reached from a group. */
export type Owner =
  | { readonly kind: 'policy'; readonly id: PolicyId; readonly name: string; readonly groupId: GroupId }
  | { readonly kind: 'device'; readonly id: DeviceId; readonly name: string; readonly groupId: GroupId };

export interface FoundSetting {
  readonly setting: Setting;
  readonly owner: Owner;
}

/** The settings whose names hold every word, of each owner: those whose own name does first. */
export function searchSettings(owners: readonly Owner[], words: readonly string[]): FoundSetting[] {
  const holds = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const named = settings.filter(({ name }) => holds(name));
  const besides = settings.filter(({ name, also }) => !holds(name) && holds(`${name} ${also}`));
  return [...named, ...besides].flatMap((setting) =>
    owners
      // The lock and the inheritance are a policy's: a device has neither.
      .filter(({ kind }) => kind === 'policy' || (setting.group !== null && setting.id !== 'lock'))
      .map((owner) => ({ setting, owner })),
  );
}

/** Where a setting stands: *Properties: Berlin / Threat Response / Additional*. */
export const settingPath = ({ setting, owner }: FoundSetting): string[] => [
  `Properties: ${owner.name}`,
  ...(setting.group === null ? ['General'] : ['Threat Response', settingsGroupLabels[setting.group]]),
];
