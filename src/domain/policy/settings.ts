import type { CredentialId } from '../ids.ts';
import type { ActionId } from '../response/actions.ts';
import { sameScanStart, type ScanStart } from '../schedule/scan-start.ts';

/** The groups of settings of *Kaspersky Sandbox integration › Threat Response*; each has one lock. */
export const settingsGroups = ['actions', 'authentication', 'additional'] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

export const settingsGroupLabels: Readonly<Record<SettingsGroup, string>> = {
  actions: 'Actions',
  authentication: 'Authentication on Administration Server',
  additional: 'Additional',
};

/** The name of each setting on screens, in revisions and in explanations. */
export const settingLabels = {
  enabled: 'Response actions',
  selected: 'Selected actions',
  password: 'Account password',
  scope: 'Scanning scope',
  start: 'Scan start',
  legitimateApplications: 'Detection of legitimate applications',
} as const;

/** `open` reads *Policy not enforced*, `closed` reads *Under policy*. */
export type Lock = 'open' | 'closed';
export const lockLabels: Readonly<Record<Lock, string>> = { open: 'Policy not enforced', closed: 'Under policy' };

export interface ActionsValue {
  /** *Take response actions on threats detected by Kaspersky Sandbox* */
  readonly enabled: boolean;
  /** *Selected actions*, in the order in which they were added; none twice. */
  readonly selected: readonly ActionId[];
}

/** Never the password: a credential id stands for it, and matches the special account when the ids are equal. */
export interface AuthenticationValue {
  readonly credential: CredentialId | null;
}

export type ScanScope = 'system-drives' | 'critical-areas';
export const scanScopeLabels: Readonly<Record<ScanScope, string>> = {
  'system-drives': 'File areas on system drives of the device',
  'critical-areas': 'Critical file areas on the device',
};

export interface IocScanning {
  readonly scope: ScanScope;
  readonly start: ScanStart;
}

export interface AdditionalValue {
  readonly iocScanning: IocScanning;
  /** *Enable detection of legitimate applications that can be exploited by adversaries* */
  readonly detectLegitimateApplications: boolean;
}

export interface SettingsValues {
  readonly actions: ActionsValue;
  readonly authentication: AuthenticationValue;
  readonly additional: AdditionalValue;
}

/** The application's defaults, used where neither a policy nor a local setting exists. Source: docs/domain-rules.md#defaults. */
export const applicationDefaults: SettingsValues = {
  actions: { enabled: false, selected: [] },
  authentication: { credential: null },
  additional: {
    iocScanning: { scope: 'critical-areas', start: { mode: 'manual' } },
    detectLegitimateApplications: false,
  },
};

const same: { readonly [G in SettingsGroup]: (a: SettingsValues[G], b: SettingsValues[G]) => boolean } = {
  actions: (a, b) =>
    a.enabled === b.enabled &&
    a.selected.length === b.selected.length &&
    a.selected.every((action, i) => action === b.selected[i]),
  authentication: (a, b) => a.credential === b.credential,
  additional: (a, b) =>
    a.detectLegitimateApplications === b.detectLegitimateApplications && sameScanning(a.iocScanning, b.iocScanning),
};

/** True when two scans cover the same and start by the same rule. */
export function sameScanning(a: IocScanning, b: IocScanning): boolean {
  return a.scope === b.scope && sameScanStart(a.start, b.start);
}

/** True when two values of one group of settings are equal. */
export function sameValue<G extends SettingsGroup>(group: G, a: SettingsValues[G], b: SettingsValues[G]): boolean {
  return same[group](a, b);
}
