import type { ChangeView } from '#contract/changes.ts';
import type { PolicyRow, PolicyView } from '#contract/policies.ts';
import { policyStatusLabels, type PolicyStatus } from '#domain/policy/policy.ts';
import { formatCount, type Noun } from '#src/shared/ui/format-count.ts';

/** The actions of a policy row, in menu order. */
export const policyActions = [
  'open',
  'rename',
  'active',
  'inactive',
  'out-of-office',
  'copy',
  'move',
  'export',
  'delete',
] as const;
export type PolicyAction = (typeof policyActions)[number];

export const policyActionLabels: Readonly<Record<PolicyAction, string>> = {
  open: 'Open',
  rename: 'Rename',
  active: 'Make active',
  inactive: 'Make inactive',
  'out-of-office': 'Make out-of-office',
  copy: 'Copy to…',
  move: 'Move to…',
  export: 'Export',
  delete: 'Delete',
};

/** True for actions that need the right to change policies. */
export const changesPolicies = (action: PolicyAction): boolean => action !== 'open' && action !== 'export';

/** Why an action does not apply to a policy, as a clause; null if it does. */
export function notApplicableReason(action: PolicyAction, { status }: Pick<PolicyRow, 'status'>): string | null {
  return action === status ? `it is ${statusWord(status)} already` : null;
}

/** A status within a sentence: *out-of-office*. */
export const statusWord = (status: PolicyStatus): string => policyStatusLabels[status].toLowerCase();

/** The names of policies that become inactive with a change, from the audit log lines of its dry run. */
export const deactivatedNames = (lines: ChangeView['lines'], name: string): string[] =>
  lines
    .filter(({ setting, object, to }) => setting === 'Status' && object !== name && to === policyStatusLabels.inactive)
    .map(({ object }) => object);

/** The new name of a copied or moved policy if its name is taken in the target; null if it keeps its name. */
export function arrivalText(lines: ChangeView['lines'], name: string): string | null {
  const arriving = lines.find(({ object }) => object !== name)?.object;
  return arriving === undefined ? null : `“${name}” is taken there: it arrives as “${arriving}”.`;
}

const devices: Noun = ['device obeys', 'devices obey'];

/**
 * The policy that applies to the devices of a policy after it is deactivated, moved or deleted. Source:
 * docs/domain-rules.md#effective-policy.
 */
export function successorText(policy: Pick<PolicyView, 'status' | 'deviceCount' | 'parent'>): string {
  const { status, deviceCount, parent } = policy;
  if (deviceCount === 0) return 'No device obeys it now.';
  const now = `${formatCount(deviceCount, devices)} it now`;
  if (status === 'out-of-office') {
    return `${now}, while out of office. Afterwards: the nearest out-of-office policy above, or else the effective policy of their group.`;
  }
  if (!parent)
    return `${now}. Afterwards: no policy, so what was set on the device, or else the application’s default.`;
  return `${now}. Afterwards: the policy “${parent.name}” of the group ${parent.group.name}.`;
}
