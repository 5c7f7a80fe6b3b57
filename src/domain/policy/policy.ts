import type { AdministrationGroup } from '../fleet/fleet.ts';
import type { GroupId, PolicyId } from '../ids.ts';
import type { Lock, SettingsGroup, SettingsValues } from './settings.ts';

export type PolicyStatus = 'active' | 'inactive' | 'out-of-office';

export const policyStatusLabels: Readonly<Record<PolicyStatus, string>> = {
  active: 'Active',
  inactive: 'Inactive',
  'out-of-office': 'Out-of-office',
};

/** A group of settings in one policy: its value and its lock. */
export interface LockedValue<G extends SettingsGroup> {
  readonly value: SettingsValues[G];
  readonly lock: Lock;
}

export type PolicySettings = { readonly [G in SettingsGroup]: LockedValue<G> };

export interface Policy {
  readonly id: PolicyId;
  readonly groupId: GroupId;
  readonly name: string;
  readonly status: PolicyStatus;
  /** *Inherit settings from parent policy* */
  readonly inherit: boolean;
  /** *Force inheritance of settings in child policies* */
  readonly force: boolean;
  readonly settings: PolicySettings;
}

/** The tree of administration groups with the policies of each; immutable. */
export interface Hierarchy {
  readonly groups: ReadonlyMap<GroupId, AdministrationGroup>;
  readonly policies: ReadonlyMap<GroupId, readonly Policy[]>;
}

/** Indexes groups and policies for the rules. */
export function hierarchyOf(groups: Iterable<AdministrationGroup>, policies: Iterable<Policy>): Hierarchy {
  const byGroup = new Map<GroupId, Policy[]>();
  for (const policy of policies) {
    const own = byGroup.get(policy.groupId);
    if (own) own.push(policy);
    else byGroup.set(policy.groupId, [policy]);
  }
  return { groups: new Map([...groups].map((group) => [group.id, group])), policies: byGroup };
}

/**
 * The groups from *Managed devices* down to the given one, both included.
 * @throws Error when the group or one above it is not in the hierarchy.
 */
export function pathTo(hierarchy: Hierarchy, groupId: GroupId): AdministrationGroup[] {
  const path: AdministrationGroup[] = [];
  for (let id: GroupId | null = groupId; id !== null;) {
    const group = hierarchy.groups.get(id);
    if (!group) throw new Error(`No group ${id} in the hierarchy`);
    path.unshift(group);
    id = group.parentId;
  }
  return path;
}
