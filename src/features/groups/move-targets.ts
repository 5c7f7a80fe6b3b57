import type { GroupNode } from '#contract/groups.ts';
import { isFixedGroup, unassignedDevices } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { ancestorsOf, type GroupForest } from './tree-rows.ts';

/** What can be done with a group of the tree. */
export const groupActions = ['create', 'rename', 'move', 'delete', 'history'] as const;
export type GroupAction = (typeof groupActions)[number];

/** Why a thing cannot be done with a group, as a sentence; null when it can. */
export function actionRefusal(action: GroupAction, id: GroupId): string | null {
  switch (action) {
    case 'create':
      return id === unassignedDevices ? 'This group has no subgroups.' : null;
    case 'rename':
      return isFixedGroup(id) ? 'This group keeps its name.' : null;
    case 'move':
      return isFixedGroup(id) ? 'This group keeps its place.' : null;
    case 'delete':
      return isFixedGroup(id) ? 'This group is always there.' : null;
    case 'history':
      return null;
    default:
      return action satisfies never;
  }
}

/** Why a group cannot go into another one, as a sentence; null when it can. The backend refuses the same. */
export function moveRefusal(forest: GroupForest, moving: GroupId, target: GroupId): string | null {
  if (isFixedGroup(moving)) return actionRefusal('move', moving);
  if (target === moving) return 'The group itself.';
  if (target === unassignedDevices) return 'Has no subgroups.';
  if (forest.byId.get(moving)?.parentId === target) return 'It is here already.';
  return ancestorsOf(forest, target).includes(moving) ? 'It is inside the group that moves.' : null;
}

/** A device that moves, and the group it is in now. */
export interface MovingDevice {
  readonly id: string;
  readonly groupId: string;
}

/** The devices that a move into a group moves: those that are in another one. */
export const devicesMovedInto = (devices: readonly MovingDevice[], target: GroupId): readonly MovingDevice[] =>
  devices.filter(({ groupId }) => groupId !== target);

/** The names of the groups above one, from *Managed devices* down; empty of a group that has none above it. */
export const parentPath = (forest: GroupForest, id: GroupId): string =>
  ancestorsOf(forest, id)
    .map((above) => forest.byId.get(above)?.name ?? above)
    .join(' / ');

/** Every group in the order of the tree. */
export function depthFirst(forest: GroupForest): GroupNode[] {
  const below = (group: GroupNode): GroupNode[] => [group, ...(forest.children.get(group.id) ?? []).flatMap(below)];
  return forest.roots.flatMap(below);
}
