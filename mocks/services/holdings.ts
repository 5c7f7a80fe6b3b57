import type { Device } from '#domain/fleet/fleet.ts';
import type { PolicyId } from '#domain/ids.ts';
import { policyOfDevice } from '#domain/policy/effective-policy.ts';
import { winnerOf, type Candidate } from '#domain/policy/effective-setting.ts';
import { stateIn, type SettingsGroupState } from '#domain/policy/policy-state.ts';
import type { SettingsGroup } from '#domain/policy/settings.ts';
import type { Fleet } from './backend.ts';

/** What holds on a device for one group of settings, and where it comes from. */
export type Holding<G extends SettingsGroup> = (device: Device) => Candidate<G>;

/** A policy's state of the group of settings, and what holds where nothing is set on the device. */
interface Known<G extends SettingsGroup> {
  readonly state: SettingsGroupState<G> | null;
  readonly unset: Candidate<G>;
}

/** A case of a fleet: devices of one case with no value of their own obey the same policy, so the same holds on them. */
const caseOf = ({ groupId, status }: Device) => `${groupId}|${status === 'out-of-office' ? 'away' : ''}`;

/**
 * What holds on any device of a fleet, by the same rule as `effectiveSetting`, without the losers: the policy's state is
 * worked out once for each policy, and who obeys which once for each group and way of being away, not once a device. Where
 * nothing is set on devices that obey one policy, it is the very same candidate for all of them.
 */
export function holdingOf<G extends SettingsGroup>(fleet: Fleet, group: G): Holding<G> {
  const byPolicy = new Map<PolicyId | null, Known<G>>();
  const byCase = new Map<string, Known<G>>();
  const knownOf = (device: Device): Known<G> => {
    const policy = policyOfDevice(fleet.hierarchy, device);
    const known = byPolicy.get(policy?.id ?? null);
    if (known) return known;
    const state = policy && stateIn(fleet.hierarchy, policy, group);
    const made = { state, unset: winnerOf(group, state, null) };
    byPolicy.set(policy?.id ?? null, made);
    return made;
  };
  return (device) => {
    const key = caseOf(device);
    const known = byCase.get(key) ?? knownOf(device);
    byCase.set(key, known);
    const local = fleet.local.get(device.id)?.values[group] ?? null;
    return local === null ? known.unset : winnerOf(group, known.state, local);
  };
}
