import type { Device } from '#src/domain/fleet/fleet.ts';
import { inheritanceChain, policyOfDevice } from './effective-policy.ts';
import { pathTo, type Hierarchy, type Policy } from './policy.ts';
import { stateIn, type SettingsGroupState } from './policy-state.ts';
import { applicationDefaults, type Lock, type SettingsGroup, type SettingsValues } from './settings.ts';

/** Who can say what holds on a device. */
export type Source =
  | { readonly kind: 'policy'; readonly policy: Policy; readonly lock: Lock }
  | { readonly kind: 'device' }
  | { readonly kind: 'default' };

/** Why a candidate did not win. */
export type LossReason =
  | 'inactive'
  | 'for-devices-out-of-office'
  | 'not-out-of-office'
  | 'nearer-policy'
  | 'locked-from-above'
  | 'not-locked'
  | 'not-inherited'
  | 'under-policy'
  | 'set-on-device'
  | 'policy-says';

export interface Candidate<G extends SettingsGroup> {
  readonly source: Source;
  readonly value: SettingsValues[G];
}

export interface Loser<G extends SettingsGroup> extends Candidate<G> {
  readonly because: LossReason;
  /**
   * The policy that beat this candidate, where it was one: the one whose value the device's policy holds, or for
   * `not-inherited` the one below it that does not inherit.
   */
  readonly beatenBy: Policy | null;
}

/** The effective value of a group of settings on a device with its winner, and every candidate that lost. */
export interface EffectiveSetting<G extends SettingsGroup> {
  readonly winner: Candidate<G>;
  /** From *Managed devices* down, then the device, then the application's default. */
  readonly losers: readonly Loser<G>[];
  /** The policy the device obeys, whether or not it decided. */
  readonly policy: Policy | null;
  /** False while the group of settings is *Under policy*: the local value is then read-only. */
  readonly editableOnDevice: boolean;
}

/**
 * Who wins among the policy's state of a group of settings, the local value and the application's default: the one
 * sentence of the rule, for a single device and for a whole fleet. Source: rules §2.
 * @param state the group of settings in the policy the device obeys, or null when it obeys none
 */
export function winnerOf<G extends SettingsGroup>(
  group: G,
  state: SettingsGroupState<G> | null,
  local: SettingsValues[G] | null,
): Candidate<G> {
  return candidates(group, state, local).winner;
}

function candidates<G extends SettingsGroup>(
  group: G,
  state: SettingsGroupState<G> | null,
  local: SettingsValues[G] | null,
) {
  const fromPolicy: Candidate<G> | null = state && {
    source: { kind: 'policy', policy: state.from, lock: state.lock },
    value: state.value,
  };
  const fromDevice: Candidate<G> | null = local === null ? null : { source: { kind: 'device' }, value: local };
  const byDefault: Candidate<G> = { source: { kind: 'default' }, value: applicationDefaults[group] };
  const enforced = state?.lock === 'closed';
  const winner = (enforced ? fromPolicy : (fromDevice ?? fromPolicy)) ?? byDefault;
  return { fromPolicy, fromDevice, byDefault, enforced, winner };
}

/**
 * What holds on a device and who decided it: *Under policy* in the device's policy → that value; else the local value;
 * else the policy's value, not enforced; else the application's default. Source: rules §2.
 *
 * @param local the value set on the device, or null when none was set: not configured is not the same as a default.
 */
export function effectiveSetting<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  device: Pick<Device, 'groupId' | 'status'>,
  group: G,
  local: SettingsValues[G] | null,
): EffectiveSetting<G> {
  const policy = policyOfDevice(hierarchy, device);
  const state = policy ? stateIn(hierarchy, policy, group) : null;
  const { fromPolicy, fromDevice, byDefault, enforced, winner } = candidates(group, state, local);

  const losers: Loser<G>[] = losingPolicies(hierarchy, device, group, policy, state?.from ?? null);
  if (fromPolicy && winner === fromDevice) {
    losers.push({ ...fromPolicy, because: 'set-on-device', beatenBy: null });
  }
  if (fromDevice && winner === fromPolicy) {
    losers.push({ ...fromDevice, because: 'under-policy', beatenBy: state?.from ?? null });
  }
  if (winner !== byDefault) {
    const policyWon = winner === fromPolicy;
    losers.push({
      ...byDefault,
      because: policyWon ? 'policy-says' : 'set-on-device',
      beatenBy: policyWon ? (state?.from ?? null) : null,
    });
  }
  return { winner, losers, policy, editableOnDevice: !enforced };
}

/**
 * Every policy on the device's path other than the one whose value the device's policy holds, from *Managed devices* down.
 * @param obeyed the policy that the device obeys
 * @param origin the policy whose value that one holds
 */
export function losingPolicies<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  device: Pick<Device, 'groupId' | 'status'>,
  group: G,
  obeyed: Policy | null,
  origin: Policy | null,
): Loser<G>[] {
  const chain = obeyed ? inheritanceChain(hierarchy, obeyed) : [];
  return pathTo(hierarchy, device.groupId)
    .flatMap((step) => hierarchy.policies.get(step.id) ?? [])
    .filter((policy) => policy.id !== origin?.id)
    .map((policy) => ({
      source: { kind: 'policy', policy, lock: policy.settings[group].lock },
      value: policy.settings[group].value,
      ...reasonAgainst(policy, device, chain, origin),
    }));
}

/** @param chain the chain of inheritance of the policy that the device obeys, from that policy up */
function reasonAgainst(
  policy: Policy,
  device: Pick<Device, 'status'>,
  chain: readonly Policy[],
  origin: Policy | null,
): Pick<Loser<SettingsGroup>, 'because' | 'beatenBy'> {
  if (policy.status === 'inactive') return { because: 'inactive', beatenBy: null };
  if (policy.status === 'out-of-office') {
    return device.status === 'out-of-office'
      ? { because: 'nearer-policy', beatenBy: origin }
      : { because: 'not-out-of-office', beatenBy: null };
  }
  if (origin?.status === 'out-of-office') return { because: 'for-devices-out-of-office', beatenBy: origin };
  const place = chain.findIndex((link) => link.id === policy.id);
  if (place < 0) return { because: 'not-inherited', beatenBy: chain.at(-1) ?? null };
  // Of the locks in a chain the highest closed one wins: what is below it is locked by it, and what is above it is open.
  const below = place < chain.findIndex((link) => link.id === origin?.id);
  return { because: below ? 'locked-from-above' : 'not-locked', beatenBy: origin };
}
