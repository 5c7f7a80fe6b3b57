import type { EffectsView } from '#contract/effects.ts';
import { formatCount } from '#src/shared/ui/format-count.ts';

/** What a group holds, with all its subgroups. */
export interface GroupContent {
  readonly subgroups: number;
  readonly devices: number;
  readonly policies: number;
}

/** What a group holds: the policies are those that the backend's own trial of the deletion deletes. */
export const groupContent = (parts: {
  readonly subgroups: number;
  readonly devices: number;
  readonly lines: EffectsView['lines'];
}): GroupContent => ({
  subgroups: parts.subgroups,
  devices: parts.devices,
  policies: parts.lines.filter(({ setting, to }) => setting === 'Policy' && to === 'deleted').length,
});

/** `2 subgroups, 5 devices and 1 policy`; empty of a group that holds nothing. */
export function formatContent({ subgroups, devices, policies }: Partial<GroupContent>): string {
  return new Intl.ListFormat('en-GB').format([
    ...(subgroups ? [formatCount(subgroups, ['subgroup', 'subgroups'])] : []),
    ...(devices ? [formatCount(devices, ['device', 'devices'])] : []),
    ...(policies ? [formatCount(policies, ['policy', 'policies'])] : []),
  ]);
}

/** What the button does: devices stay, so they are not among what is deleted. */
export function deletionLabel({ subgroups, policies }: GroupContent): string {
  const deleted = formatContent({ subgroups, policies });
  return deleted === '' ? 'Delete group' : `Delete group with ${deleted}`;
}

/** Where the devices of a deleted group are then. */
export function deviceDestination({ devices }: GroupContent): string {
  if (devices === 0) return '';
  return devices === 1
    ? 'Its device goes to Unassigned devices.'
    : `Its ${formatCount(devices, ['device', 'devices'])} go to Unassigned devices.`;
}
