import type { DeviceRow } from '#contract/devices.ts';
import type { MovingDevice } from '#src/features/groups/move-targets.ts';

type GroupedDevice = Pick<DeviceRow, 'id' | 'group'>;

/** Devices with the groups they are in. */
export const toMovingDevices = (rows: readonly GroupedDevice[]): readonly MovingDevice[] =>
  rows.map(({ id, group }) => ({ id, groupId: group.id }));

/** What a dragged row carries: all that is ticked when it is ticked itself, else it alone. */
export const devicesToDrag = (row: GroupedDevice, ticked: readonly GroupedDevice[]): readonly MovingDevice[] =>
  toMovingDevices(ticked.includes(row) ? ticked : [row]);
