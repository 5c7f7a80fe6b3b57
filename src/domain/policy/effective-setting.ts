import type { Device } from '../fleet/fleet.ts';
import { inheritanceChain, policyOfDevice } from './effective-policy.ts';
import { pathTo, type Hierarchy, type Policy } from './policy.ts';
import { stateIn, type SettingsGroupState } from './policy-state.ts';
import { applicationDefaults, type Lock, type SettingsGroup, type SettingsValues } from './settings.ts';

/** The possible sources of an effective value. */
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
   * The policy that won over this candidate, if a policy did: the one whose value the device's policy has, or for
   * `not-inherited` the one below it that does not inherit.
   */
  readonly beatenBy: Policy | null;
}

/** The effective value of a group of settings on a device with its winner, and every candidate that lost. */
export interface EffectiveSetting<G extends SettingsGroup> {
  readonly winner: Candidate<G>;
  /** From *Managed devices* down, then the device, then the application's default. */
  readonly losers: readonly Loser<G>[];
  /** The effective policy of the device, whether or not it decides. */
  readonly policy: Policy | null;
  /** False while the group of settings is *Under policy*: the local value is then read-only. */
  readonly editableOnDevice: boolean;
}

/**
 * Selects among the policy's state of a group of settings, the local value and the application's default: the only place
 * where this rule is stated, for one device and for a fleet. Source: docs/domain-rules.md#effective-setting.
 * @param state the group of settings in the effective policy of the device, or null without one
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
 * The effective value on a device and its source: the policy's value where it is *Under policy*; else the local value;
 * else the policy's value, not enforced; else the application's default. Source: docs/domain-rules.md#effective-setting.
 *
 * @param local the value set on the device, or null if none is: not configured differs from set to the default
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
 * Every policy on the device's path except the one whose value the device's policy has, from *Managed devices* down.
 * @param obeyed the effective policy of the device
 * @param origin the policy whose value that one has
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

/** @param chain the chain of inheritance of the device's effective policy, from that policy up */
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
  // The highest closed lock of a chain wins: policies below it are locked by it, those above it are open.
  const below = place < chain.findIndex((link) => link.id === origin?.id);
  return { because: below ? 'locked-from-above' : 'not-locked', beatenBy: origin };
}
