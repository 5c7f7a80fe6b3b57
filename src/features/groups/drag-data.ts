import { groupIdSchema, type GroupId } from '#domain/ids.ts';
import type { MovingDevice } from './move-targets.ts';

/** What is dragged onto the tree: a group of it, or devices from a list. A page sees the kind at once, the data on the drop. */
const kinds = { group: 'application/x-vesper-group', devices: 'application/x-vesper-devices' } as const;

type Transfer = Pick<DataTransfer, 'setData' | 'getData' | 'types'>;

export function dragGroup(transfer: Transfer, id: GroupId): void {
  transfer.setData(kinds.group, id);
}

export function dragDevices(transfer: Transfer, devices: readonly MovingDevice[]): void {
  transfer.setData(kinds.devices, devices.map(({ id, groupId }) => `${id} ${groupId}`).join('\n'));
}

export const carriesDevices = (transfer: Transfer): boolean => transfer.types.includes(kinds.devices);

/** The group that was dropped; null when something else was. */
export const droppedGroup = (transfer: Transfer): GroupId | null =>
  groupIdSchema.safeParse(transfer.getData(kinds.group)).data ?? null;

/** The devices that were dropped; none when something else was. */
export const droppedDevices = (transfer: Transfer): MovingDevice[] =>
  transfer
    .getData(kinds.devices)
    .split('\n')
    .flatMap((line) => {
      const [id, groupId] = line.split(' ');
      return id !== undefined && id !== '' && groupId !== undefined ? [{ id, groupId }] : [];
    });
