import { useState, type DragEvent } from 'react';
import { isFixedGroup } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { useDenialReason } from '#src/shared/rights/denial-reason.ts';
import { hasDevices, writeGroup, readDevices, readGroup } from './drag-transfer.ts';
import { moveRefusal, type MovingDevice } from './move-targets.ts';
import type { GroupForest } from './tree-rows.ts';

interface TreeDropOptions {
  readonly forest: GroupForest;
  readonly onGroup: (moving: GroupId, into: GroupId) => void;
  readonly onDevices: (devices: readonly MovingDevice[], into: GroupId) => void;
}

/**
 * Groups of the tree, and devices from a list, dragged onto a group: the pointer's twin of the menus. Where a group
 * cannot go it cannot be dropped; who may not move them drags nothing.
 */
export function useTreeDrop({ forest, onGroup, onDevices }: TreeDropOptions) {
  const [moving, setMoving] = useState<GroupId | null>(null);
  const [over, setOver] = useState<GroupId | null>(null);
  const mayMoveGroups = useDenialReason('manage-groups') === null;
  const mayMoveDevices = useDenialReason('manage-devices') === null;
  const takes = (transfer: DataTransfer, id: GroupId) =>
    moving === null ? mayMoveDevices && hasDevices(transfer) : moveRefusal(forest, moving, id) === null;
  return (id: GroupId) => ({
    over: over === id,
    handlers: {
      draggable: mayMoveGroups && !isFixedGroup(id),
      onDragStart: ({ dataTransfer }: DragEvent) => {
        writeGroup(dataTransfer, id);
        setMoving(id);
      },
      onDragEnd: () => {
        setMoving(null);
        setOver(null);
      },
      onDragOver: (event: DragEvent) => {
        if (!takes(event.dataTransfer, id)) return;
        event.preventDefault();
        setOver(id);
      },
      onDragLeave: () => {
        setOver(null);
      },
      onDrop: (event: DragEvent) => {
        if (!takes(event.dataTransfer, id)) return;
        event.preventDefault();
        setOver(null);
        const group = readGroup(event.dataTransfer);
        if (group) onGroup(group, id);
        else onDevices(readDevices(event.dataTransfer), id);
      },
    },
  });
}

export type DropOn = ReturnType<typeof useTreeDrop>;
