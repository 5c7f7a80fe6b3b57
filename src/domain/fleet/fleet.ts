import { groupIdSchema, type DeviceId, type GroupId } from '../ids.ts';

/** *Managed devices*: the root of the tree of administration groups. */
export const managedDevices: GroupId = groupIdSchema.parse('managed-devices');

/**
 * *Unassigned devices*: where devices are that belong to no administration group. It has no policies and no subgroups, so
 * what holds there is what was set on the device, or else the application's default.
 */
export const unassignedDevices: GroupId = groupIdSchema.parse('unassigned-devices');

/** The two groups that are always there: nobody can rename, move or delete them. */
export const isFixedGroup = (id: GroupId): boolean => id === managedDevices || id === unassignedDevices;

/** An administration group; *Managed devices* and *Unassigned devices* have no parent. */
export interface AdministrationGroup {
  readonly id: GroupId;
  readonly parentId: GroupId | null;
  readonly name: string;
}

/** `out-of-office`: the device is online, away from the company's network, and obeys an out-of-office policy if there is one. */
export type DeviceStatus = 'online' | 'offline' | 'out-of-office';

export const deviceStatusLabels: Readonly<Record<DeviceStatus, string>> = {
  online: 'Online',
  offline: 'Offline',
  'out-of-office': 'Out of office',
};

export interface Device {
  readonly id: DeviceId;
  readonly groupId: GroupId;
  readonly name: string;
  readonly operatingSystem: string;
  readonly address: string;
  /** The device's own IANA time zone: every window is meant in it. Kept data may hold what is none: see `isTimeZone`. */
  readonly timeZone: string;
  readonly status: DeviceStatus;
}
