import type { GroupNode } from '#contract/groups.ts';
import { unassignedDevices } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';

/** A group with its path from *Managed devices*. */
export interface GroupPath {
  readonly id: GroupId;
  readonly name: string;
  /** `Managed devices / Offices / Berlin` */
  readonly path: string;
}

/** The groups that can have policies, sorted by path. *Unassigned devices* cannot. */
export function groupPaths(groups: readonly GroupNode[]): GroupPath[] {
  const byId = new Map(groups.map((group) => [group.id, group]));
  const pathOf = (group: GroupNode): string => {
    const parent = group.parentId === null ? undefined : byId.get(group.parentId);
    return parent ? `${pathOf(parent)} / ${group.name}` : group.name;
  };
  return groups
    .filter(({ id }) => id !== unassignedDevices)
    .map((group) => ({ id: group.id, name: group.name, path: pathOf(group) }))
    .sort((a, b) => a.path.localeCompare(b.path, 'en'));
}
