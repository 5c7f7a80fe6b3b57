import type { DeviceRow } from '#contract/devices.ts';
import type { MovingDevice } from '#src/features/groups/move-targets.ts';

type Placed = Pick<DeviceRow, 'id' | 'group'>;

const moving = ({ id, group }: Placed): MovingDevice => ({ id, groupId: group.id });

/** The devices in sight that are ticked, with the groups they are in. */
export const movingDevices = (rows: readonly Placed[], ticked: ReadonlySet<string>): readonly MovingDevice[] =>
  rows.filter(({ id }) => ticked.has(id)).map(moving);

/** What a dragged row carries: all that is ticked when it is ticked itself, else it alone. */
export const devicesToDrag = (row: Placed, ticked: readonly MovingDevice[]): readonly MovingDevice[] =>
  ticked.some(({ id }) => id === row.id) ? ticked : [moving(row)];
