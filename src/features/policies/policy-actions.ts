import type { ChangeView } from '#contract/changes.ts';
import type { PolicyRow, PolicyView } from '#contract/policies.ts';
import { policyStatusLabels, type PolicyStatus } from '#domain/policy/policy.ts';
import { formatCount, type Noun } from '#src/shared/ui/format-count.ts';

/** What can be done with a policy from its row, in the order of the menu. */
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

/** True for what takes the right to change policies; *Rename* leads to the field of the name. */
export const changesPolicies = (action: PolicyAction): boolean => action !== 'open' && action !== 'export';

/** Why an action makes no sense for a policy, as a clause; null when it can be done. */
export function notApplicableReason(action: PolicyAction, { status }: Pick<PolicyRow, 'status'>): string | null {
  return action === status ? `it is ${statusWord(status)} already` : null;
}

/** A status as it stands in a sentence: *out-of-office*. */
export const statusWord = (status: PolicyStatus): string => policyStatusLabels[status].toLowerCase();

/** The policies that a change of status puts out of their place: by name, from the lines of the audit log that it would make. */
export const deactivatedNames = (lines: ChangeView['lines'], name: string): string[] =>
  lines
    .filter(({ setting, object, to }) => setting === 'Status' && object !== name && to === policyStatusLabels.inactive)
    .map(({ object }) => object);

/** Under which name a policy would arrive, where its own is taken there; null where it keeps its own. */
export function arrivalText(lines: ChangeView['lines'], name: string): string | null {
  const arriving = lines.find(({ object }) => object !== name)?.object;
  return arriving === undefined ? null : `“${name}” is taken there: it arrives as “${arriving}”.`;
}

const devices: Noun = ['device obeys', 'devices obey'];

/** Whom the devices that obey a policy now obey once it is gone from its place. Source: docs/domain-rules.md#effective-policy. */
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
