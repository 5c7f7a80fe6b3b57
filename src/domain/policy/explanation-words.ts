import type { Loser, Source } from './effective-setting.ts';
import type { Hierarchy, Policy } from './policy.ts';
import type { Lock, SettingsGroup } from './settings.ts';

// The sentences of an explanation: each gives the reason why a candidate won or lost, and names the winner.

const named = (hierarchy: Hierarchy, policy: Policy): string =>
  `${policy.name} of group ${hierarchy.groups.get(policy.groupId)?.name ?? policy.groupId}`;

/** Why the winner's value holds on a device. @param obeyed the policy that the device obeys */
export function whyWon(hierarchy: Hierarchy, source: Source, obeyed: Policy | null): string {
  switch (source.kind) {
    case 'policy': {
      if (source.lock === 'open') return 'The device obeys it, its lock is open, and nothing is set on the device.';
      return obeyed && obeyed.id !== source.policy.id
        ? `Its lock is closed, and ${named(hierarchy, obeyed)}, which the device obeys, inherits it.`
        : 'The device obeys it, and its lock is closed.';
    }
    case 'device':
      return obeyed
        ? `${named(hierarchy, obeyed)} leaves the lock open, so the device decides.`
        : 'No policy applies to the device, so the device decides.';
    case 'default':
      return 'No policy applies to the device, and nothing is set on it.';
    default:
      return source satisfies never;
  }
}

/** Why a candidate did not win on a device. */
export function whyLost<G extends SettingsGroup>(hierarchy: Hierarchy, loser: Loser<G>): string {
  const by = loser.beatenBy ? named(hierarchy, loser.beatenBy) : 'a policy';
  switch (loser.because) {
    case 'inactive':
      return 'It is inactive: no device obeys it.';
    case 'for-devices-out-of-office':
      return `The device is out of office and obeys the out-of-office policy ${by}.`;
    case 'not-out-of-office':
      return 'It is for devices that are out of office; this one is not.';
    case 'nearer-policy':
      return `The out-of-office policy ${by} is nearer to the device.`;
    case 'locked-from-above':
      return `The policy ${by} has these settings under policy, and this one inherits them.`;
    case 'not-locked':
      return `Its lock is open, so it hands nothing down: the policy ${by} says what holds.`;
    case 'not-inherited':
      return `The policy ${by} does not inherit, so nothing above it counts.`;
    case 'under-policy':
      return `The policy ${by} has these settings under policy, so the value set on the device does not count.`;
    case 'set-on-device':
      return loser.source.kind === 'policy'
        ? 'Its lock is open, so the value set on the device counts.'
        : 'A value is set on the device.';
    case 'policy-says':
      return `The policy ${by} gives a value.`;
    default:
      return loser.because satisfies never;
  }
}

/** Why the value of `from` holds in a policy: its own, or one locked from above. */
export function whyPolicyWon(hierarchy: Hierarchy, policy: Policy, from: Policy, lock: Lock): string {
  if (from.id !== policy.id) return `Its lock is closed, and ${named(hierarchy, policy)} inherits it.`;
  return lock === 'closed'
    ? 'It is the policy’s own value, under policy: nothing above locks it.'
    : 'It is the policy’s own value, not enforced: nothing above locks it.';
}

/** Why another policy on the path, or the policy's own value, does not hold in a policy. */
export function whyPolicyLost<G extends SettingsGroup>(hierarchy: Hierarchy, policy: Policy, loser: Loser<G>): string {
  const other = loser.source.kind === 'policy' ? loser.source.policy : null;
  if (other?.groupId === policy.groupId && other.id !== policy.id && other.status !== 'inactive') {
    return `It is another policy of the same group: ${policy.name} takes nothing from it.`;
  }
  if (loser.because === 'for-devices-out-of-office' || loser.because === 'nearer-policy') {
    return `${named(hierarchy, policy)} is an out-of-office policy: it inherits from no other.`;
  }
  if (loser.because === 'not-out-of-office') return 'It is an out-of-office policy: it hands nothing down.';
  return whyLost(hierarchy, loser);
}
