import type { Device } from '#domain/fleet/fleet.ts';
import { policyOfDevice } from '#domain/policy/effective-policy.ts';
import { winnerOf, type Candidate } from '#domain/policy/effective-setting.ts';
import { stateIn, type SettingsGroupState } from '#domain/policy/policy-state.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import type { Fleet } from './backend.ts';

/** What holds on a device for one group of settings, and where it comes from. */
export type Holding<G extends SettingsGroup> = (device: Device) => Candidate<G>;

/**
 * What holds on any device of a fleet, by the same rule as `effectiveSetting`, without the losers: the policy's state is
 * worked out once for each group and way of being away, not once a device.
 */
export function holdingOf<G extends SettingsGroup>(fleet: Fleet, group: G): Holding<G> {
  const states = new Map<string, SettingsGroupState<G> | null>();
  return (device) => {
    const key = `${device.groupId}|${device.status === 'out-of-office' ? 'away' : ''}`;
    let state = states.get(key);
    if (state === undefined) {
      const policy = policyOfDevice(fleet.hierarchy, device);
      state = policy && stateIn(fleet.hierarchy, policy, group);
      states.set(key, state);
    }
    return winnerOf(group, state, fleet.local.get(device.id)?.values[group] ?? null);
  };
}
