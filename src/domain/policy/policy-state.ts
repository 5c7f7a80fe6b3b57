import { inheritanceOf } from './effective-policy.ts';
import type { Hierarchy, LockedValue, Policy } from './policy.ts';
import type { SettingsGroup } from './settings.ts';

/** The effective state of a group of settings in a policy, and where its value comes from. */
export interface SettingsGroupState<G extends SettingsGroup> extends LockedValue<G> {
  /** The policy whose own value this is: the policy itself, or the one above that locked it. */
  readonly from: Policy;
  /** True when a policy above has this group of settings *Under policy*: value and lock are read-only here. */
  readonly lockedFromAbove: boolean;
  /** The policy's own value and lock; without effect while `lockedFromAbove`. */
  readonly own: LockedValue<G>;
}

/**
 * The state of a group of settings in a policy. A policy that inherits from a parent whose effective state is
 * *Under policy* takes the parent's value and lock; otherwise it has its own. The parent's state may itself come from
 * further up. Source: docs/domain-rules.md#inheritance.
 */
export function stateIn<G extends SettingsGroup>(
  hierarchy: Hierarchy,
  policy: Policy,
  group: G,
): SettingsGroupState<G> {
  const own: LockedValue<G> = policy.settings[group];
  const { parent, inherits } = inheritanceOf(hierarchy, policy);
  if (parent && inherits) {
    const above = stateIn(hierarchy, parent, group);
    if (above.lock === 'closed') return { ...above, lockedFromAbove: true, own };
  }
  return { value: own.value, lock: own.lock, from: policy, lockedFromAbove: false, own };
}
