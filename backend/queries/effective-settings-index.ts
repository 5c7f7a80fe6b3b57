import type { Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { policyOfDevice } from '#domain/policy/effective-policy.ts';
import { winnerOf, type Candidate } from '#domain/policy/effective-setting.ts';
import type { Hierarchy, Policy } from '#domain/policy/policy.ts';
import { stateIn, type SettingsGroupState } from '#domain/policy/policy-state.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import type { Fleet } from './fleet-snapshot.ts';

/** What holds on a device for one group of settings, and where it comes from. */
export type EffectiveSettingsLookup<G extends SettingsGroup> = (device: Device) => Candidate<G>;

/**
 * The policy that any device obeys, by the same rule as `policyOfDevice`: looked for once for each group and way of being
 * away, for it depends on nothing else.
 */
export function effectivePolicyLookup(hierarchy: Hierarchy): (device: Device) => Policy | null {
  const here = new Map<GroupId, Policy | null>();
  const away = new Map<GroupId, Policy | null>();
  return (device) => {
    const known = device.status === 'out-of-office' ? away : here;
    let policy = known.get(device.groupId);
    if (policy === undefined) {
      policy = policyOfDevice(hierarchy, device);
      known.set(device.groupId, policy);
    }
    return policy;
  };
}

/**
 * What holds on any device of a fleet, by the same rule as `effectiveSetting`, without the losers: the state of a policy
 * is worked out once, not once a device. Where nothing is set on the devices that obey a policy, it is the very same
 * candidate for all of them.
 */
export function effectiveSettingsIndex<G extends SettingsGroup>(fleet: Fleet, group: G): EffectiveSettingsLookup<G> {
  const obeyedBy = effectivePolicyLookup(fleet.hierarchy);
  const states = new Map<Policy | null, { state: SettingsGroupState<G> | null; unset: Candidate<G> }>();
  return (device) => {
    const policy = obeyedBy(device);
    let known = states.get(policy);
    if (!known) {
      const state = policy && stateIn(fleet.hierarchy, policy, group);
      known = { state, unset: winnerOf(group, state, null) };
      states.set(policy, known);
    }
    const local = fleet.local.get(device.id)?.values[group] ?? null;
    return local === null ? known.unset : winnerOf(group, known.state, local);
  };
}

/** A judgement on what holds, made once for each distinct candidate: hundreds for a fleet, not one a device. */
export function evaluateOncePerCandidate<C extends Candidate<SettingsGroup>>(
  judge: (candidate: C) => boolean,
): (candidate: C) => boolean {
  const judged = new Map<C, boolean>();
  return (candidate) => {
    const answer = judged.get(candidate) ?? judge(candidate);
    judged.set(candidate, answer);
    return answer;
  };
}
