import type { CredentialId } from '../ids.ts';
import { actions } from '../response/actions.ts';
import { lengthInMinutes, type ScanStart } from '../schedule/scan-start.ts';
import type { Policy } from './policy.ts';
import type { SettingsGroupState } from './policy-state.ts';
import { changesBetween } from './setting-words.ts';
import { settingsGroupLabels, type ActionsValue, type AuthenticationValue, type SettingsGroup } from './settings.ts';

// Warnings for edits that look successful and have no effect, as full sentences; null without one.
// Source: docs/screens.md#traps.

const devices = (count: number) => (count === 1 ? '1 device' : `${new Intl.NumberFormat('en').format(count)} devices`);

/**
 * A value saved under an open lock is not enforced.
 * @param deviating how many of the devices under the policy use another value
 */
export function notEnforced(
  group: SettingsGroup,
  lock: SettingsGroupState<SettingsGroup>['lock'],
  deviating: number,
): string | null {
  if (lock === 'closed') return null;
  const free = `${settingsGroupLabels[group]} is not enforced: a device may use another value.`;
  if (deviating === 0) return `${free} No device does now.`;
  return `${free} ${devices(deviating)} ${deviating === 1 ? 'does' : 'do'} now.`;
}

/** An edit of an inactive policy has no effect. */
export function inactive(policy: Pick<Policy, 'name' | 'status'>): string | null {
  return policy.status === 'inactive'
    ? `${policy.name} is inactive: no device obeys it until it is made active.`
    : null;
}

/**
 * A policy's own value has no effect where a policy above locks the group of settings with another value.
 * @param groupName the name of the group of the policy above
 */
export function overruled<G extends SettingsGroup>(
  group: G,
  state: Pick<SettingsGroupState<G>, 'lockedFromAbove' | 'value'> & {
    readonly from: Pick<Policy, 'name'>;
    readonly own: Pick<SettingsGroupState<G>['own'], 'value'>;
  },
  groupName: string,
): string | null {
  if (!state.lockedFromAbove || changesBetween(group, state.own.value, state.value).length === 0) return null;
  return `This policy’s own value does not count: the policy ${state.from.name} of group ${groupName} has ${settingsGroupLabels[group]} under policy.`;
}

/**
 * Group actions create no task without the special account and its password.
 * @param account the credential of the server's special account, or null when there is none
 */
export function groupActionsWithoutAccount(
  { enabled, selected }: ActionsValue,
  { credential }: AuthenticationValue,
  account: CredentialId | null,
): string | null {
  if (!enabled || !selected.some((action) => actions[action].kind === 'group')) return null;
  const without = 'Group actions are selected, but no task will be created:';
  if (account === null) return `${without} the special account does not exist.`;
  if (credential === null) return `${without} the password of the special account is not set.`;
  return credential === account ? null : `${without} the password of the special account does not match.`;
}

/** A window shorter than this many minutes is worth a warning. */
const shortMinutes = 30;

/** In a very short window all devices start at nearly the same time. */
export function shortWindow(start: ScanStart): string | null {
  if (start.mode !== 'interval') return null;
  const minutes = lengthInMinutes(start.window);
  if (minutes >= shortMinutes) return null;
  const length = minutes === 1 ? '1 minute' : `${String(minutes)} minutes`;
  return `The interval is ${length} long: the devices of one time zone start within ${length} of each other, nearly all at once.`;
}
