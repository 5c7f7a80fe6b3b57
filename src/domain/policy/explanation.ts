import type { AdministrationGroup, Device } from '../fleet/fleet.ts';
import { effectiveSetting, losingPolicies, type Loser, type Source } from './effective-setting.ts';
import { whyLost, whyPolicyLost, whyWon, whyPolicyWon } from './explanation-words.ts';
import { pathTo, type Hierarchy, type Policy } from './policy.ts';
import { stateIn } from './policy-state.ts';
import { applicationDefaults, type Lock, type SettingsGroup, type SettingsValues } from './settings.ts';

/** One candidate of an explanation; `not-set`: nothing is set on the device. */
interface Entry<G extends SettingsGroup> {
  readonly outcome: 'wins' | 'lost' | 'not-set';
  /** Why it won or lost: a full sentence. */
  readonly because: string;
  /** The policy that won over it, if a policy did. */
  readonly beatenBy: Policy | null;
  /** Its value; null where none is set. */
  readonly value: SettingsValues[G] | null;
}

/** The value and lock of one policy at a level. */
export interface PolicyEntry<G extends SettingsGroup> extends Entry<G> {
  readonly policy: Policy;
  readonly lock: Lock;
}

/** The candidates for one group of settings, level by level from *Managed devices* down, with the winner and the reasons. */
export interface Explanation<G extends SettingsGroup> {
  readonly group: G;
  /** The effective value and its source. */
  readonly value: SettingsValues[G];
  readonly source: Source;
  readonly levels: readonly { readonly group: AdministrationGroup; readonly entries: readonly PolicyEntry<G>[] }[];
  /** Null in the explanation of a policy. */
  readonly device: Entry<G> | null;
  readonly byDefault: Entry<G>;
  /** Further notes, such as that an inactive policy applies to no device. */
  readonly notes: readonly string[];
}

/**
 * Explains a group of settings on a device, level by level. The winner is that of `effectiveSetting`.
 * Source: docs/domain-rules.md#explanation.
 * @param local the value set on the device, or null when none was set
 */
export function explainDevice<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  device: Pick<Device, 'groupId' | 'status'>,
  group: G,
  local: SettingsValues[G] | null,
): Explanation<G> {
  const { winner, losers, policy: obeyed } = effectiveSetting(hierarchy, device, group, local);
  const won: Entry<G> = {
    outcome: 'wins',
    because: whyWon(hierarchy, winner.source, obeyed),
    beatenBy: null,
    value: winner.value,
  };
  const entryOf = (kind: 'device' | 'default'): Entry<G> | null => {
    if (winner.source.kind === kind) return won;
    const loser = losers.find(({ source }) => source.kind === kind);
    return loser ? lost(loser, whyLost(hierarchy, loser)) : null;
  };
  return {
    group,
    value: winner.value,
    source: winner.source,
    levels: levelsOf(hierarchy, device.groupId, group, winner.source, won, losers, (loser) =>
      whyLost(hierarchy, loser),
    ),
    device: entryOf('device') ?? {
      outcome: 'not-set',
      because: 'Nothing is set on the device.',
      beatenBy: null,
      value: null,
    },
    byDefault: entryOf('default') ?? won,
    notes: [],
  };
}

/**
 * Explains a group of settings in a policy, level by level. The winner is that of `stateIn`: the policy itself, or the
 * one above that locks it. An inactive policy is explained by its own values, with a note that it applies to no device.
 */
export function explainPolicy<G extends SettingsGroup>(hierarchy: Hierarchy, policy: Policy, group: G): Explanation<G> {
  const { value, lock, from } = stateIn(hierarchy, policy, group);
  const source: Source = { kind: 'policy', policy: from, lock };
  const status = policy.status === 'out-of-office' ? 'out-of-office' : 'online';
  const losers = losingPolicies(hierarchy, { groupId: policy.groupId, status }, group, policy, from).map((loser) =>
    // An inactive policy that is the subject is still a candidate: only a lock from above wins over it.
    isOf(loser.source, policy) ? { ...loser, because: 'locked-from-above' as const, beatenBy: from } : loser,
  );
  const won: Entry<G> = {
    outcome: 'wins',
    because: whyPolicyWon(hierarchy, policy, from, lock),
    beatenBy: null,
    value,
  };
  return {
    group,
    value,
    source,
    levels: levelsOf(hierarchy, policy.groupId, group, source, won, losers, (loser) =>
      whyPolicyLost(hierarchy, policy, loser),
    ),
    device: null,
    byDefault: {
      outcome: 'lost',
      because: 'A policy gives a value.',
      beatenBy: from,
      value: applicationDefaults[group],
    },
    notes: policy.status === 'inactive' ? [`${policy.name} is inactive: no device obeys it.`] : [],
  };
}

function levelsOf<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  groupId: AdministrationGroup['id'],
  settings: G,
  winner: Source,
  won: Entry<G>,
  losers: readonly Loser<G>[],
  why: (loser: Loser<G>) => string,
): Explanation<G>['levels'] {
  const entryOf = (policy: Policy): PolicyEntry<G>[] => {
    const policyAndLock = { policy, lock: policy.settings[settings].lock };
    if (isOf(winner, policy)) return [{ ...won, ...policyAndLock }];
    const loser = losers.find(({ source }) => isOf(source, policy));
    return loser ? [{ ...lost(loser, why(loser)), ...policyAndLock }] : [];
  };
  return pathTo(hierarchy, groupId).map((group) => ({
    group,
    entries: (hierarchy.policies.get(group.id) ?? []).flatMap(entryOf),
  }));
}

const isOf = (source: Source, policy: Policy) => source.kind === 'policy' && source.policy.id === policy.id;

const lost = <G extends SettingsGroup>({ beatenBy, value }: Loser<G>, because: string): Entry<G> => ({
  outcome: 'lost',
  because,
  beatenBy,
  value,
});
