import { groupIdSchema, type GroupId } from '#domain/ids.ts';
import type { MovingDevice } from './move-targets.ts';

/** What is dragged onto the tree: a group of it, or devices from a list. A page sees the kind at once, the data on the drop. */
const mediaTypes = { group: 'application/x-vesper-group', devices: 'application/x-vesper-devices' } as const;

type Transfer = Pick<DataTransfer, 'setData' | 'getData' | 'types'>;

export function writeGroup(transfer: Transfer, id: GroupId): void {
  transfer.setData(mediaTypes.group, id);
}

export function writeDevices(transfer: Transfer, devices: readonly MovingDevice[]): void {
  transfer.setData(mediaTypes.devices, devices.map(({ id, groupId }) => `${id} ${groupId}`).join('\n'));
}

export const hasDevices = (transfer: Transfer): boolean => transfer.types.includes(mediaTypes.devices);

/** The group that was dropped; null when something else was. */
export const readGroup = (transfer: Transfer): GroupId | null =>
  groupIdSchema.safeParse(transfer.getData(mediaTypes.group)).data ?? null;

/** The devices that were dropped; none when something else was. */
export const readDevices = (transfer: Transfer): MovingDevice[] =>
  transfer
    .getData(mediaTypes.devices)
    .split('\n')
    .flatMap((line) => {
      const [id, groupId] = line.split(' ');
      return id !== undefined && id !== '' && groupId !== undefined ? [{ id, groupId }] : [];
    });
