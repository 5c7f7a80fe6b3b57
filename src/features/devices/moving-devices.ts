import type { DeviceRow } from '#contract/devices.ts';
import type { MovingDevice } from '#src/features/groups/move-targets.ts';

type GroupedDevice = Pick<DeviceRow, 'id' | 'group'>;

export const toMovingDevices = (rows: readonly GroupedDevice[]): readonly MovingDevice[] =>
  rows.map(({ id, group }) => ({ id, groupId: group.id }));

/** The devices that a dragged row moves: all selected ones if it is selected, otherwise only itself. */
export const devicesToDrag = (row: GroupedDevice, selected: readonly GroupedDevice[]): readonly MovingDevice[] =>
  toMovingDevices(selected.includes(row) ? selected : [row]);
