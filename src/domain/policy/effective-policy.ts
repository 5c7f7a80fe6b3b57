import type { Device } from '../fleet/fleet.ts';
import type { GroupId } from '../ids.ts';
import type { Hierarchy, Policy, PolicyStatus } from './policy.ts';

/** The active policy of a group, or else of its nearest ancestor that has one; null without any. Source: docs/domain-rules.md#effective-policy. */
export function effectivePolicy(hierarchy: Hierarchy, groupId: GroupId): Policy | null {
  return nearest(hierarchy, groupId, 'active');
}

/**
 * The effective policy of a device: while it is out of office, the nearest out-of-office policy on its path to the root
 * that exists; otherwise the effective policy of its group. Source: docs/domain-rules.md#effective-policy.
 */
export function policyOfDevice(hierarchy: Hierarchy, device: Pick<Device, 'groupId' | 'status'>): Policy | null {
  const away = device.status === 'out-of-office' ? nearest(hierarchy, device.groupId, 'out-of-office') : null;
  return away ?? effectivePolicy(hierarchy, device.groupId);
}

/** The effective policy of the parent group of a policy's group. Out-of-office policies, and those of the root, have none. */
export function parentPolicy(hierarchy: Hierarchy, policy: Policy): Policy | null {
  if (policy.status === 'out-of-office') return null;
  const parentGroup = hierarchy.groups.get(policy.groupId)?.parentId ?? null;
  return parentGroup === null ? null : effectivePolicy(hierarchy, parentGroup);
}

/** Whether a policy inherits, from whom, and who forces it to. */
export interface Inheritance {
  readonly parent: Policy | null;
  readonly inherits: boolean;
  /** The parent policy where it forces inheritance: the policy's own check box is then on and disabled. */
  readonly forcedBy: Policy | null;
}

/** A policy inherits when its own box is ticked or its parent policy forces it. Source: docs/domain-rules.md#inheritance. */
export function inheritanceOf(hierarchy: Hierarchy, policy: Policy): Inheritance {
  const parent = parentPolicy(hierarchy, policy);
  const forcedBy = parent?.force ? parent : null;
  return { parent, forcedBy, inherits: parent !== null && (policy.inherit || forcedBy !== null) };
}

/**
 * The chain of inheritance: the policy, the one it inherits from, the one that this inherits from, and so on up to the
 * first that does not inherit. A lock anywhere in it reaches down to the policy; what lies beyond its end does not.
 */
export function inheritanceChain(hierarchy: Hierarchy, policy: Policy): readonly [Policy, ...Policy[]] {
  const { parent, inherits } = inheritanceOf(hierarchy, policy);
  return parent && inherits ? [policy, ...inheritanceChain(hierarchy, parent)] : [policy];
}

// Called for every group of a fleet: it allocates no path.
function nearest(hierarchy: Hierarchy, groupId: GroupId, status: PolicyStatus): Policy | null {
  for (let id: GroupId | null = groupId; id !== null;) {
    const policy = hierarchy.policies.get(id)?.find((candidate) => candidate.status === status);
    if (policy) return policy;
    const group = hierarchy.groups.get(id);
    if (!group) throw new Error(`No group ${id} in the hierarchy`);
    id = group.parentId;
  }
  return null;
}
