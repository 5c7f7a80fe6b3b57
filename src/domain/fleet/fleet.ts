import { groupIdSchema, type DeviceId, type GroupId } from '../ids.ts';

/** *Managed devices*: the root of the tree of administration groups. */
export const managedDevices: GroupId = groupIdSchema.parse('managed-devices');

/**
 * *Unassigned devices*: for devices that belong to no administration group. It has no policies and no subgroups, so local
 * settings or the application's defaults apply there.
 */
export const unassignedDevices: GroupId = groupIdSchema.parse('unassigned-devices');

/** The two built-in groups: they cannot be renamed, moved or deleted. */
export const isFixedGroup = (id: GroupId): boolean => id === managedDevices || id === unassignedDevices;

/** An administration group; *Managed devices* and *Unassigned devices* have no parent. */
export interface AdministrationGroup {
  readonly id: GroupId;
  readonly parentId: GroupId | null;
  readonly name: string;
}

/** `out-of-office`: the device is online, away from the company's network, and uses an out-of-office policy if one exists. */
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
  /** The device's own IANA time zone: windows are in this zone. Stored data may contain an unknown one: see `isTimeZone`. */
  readonly timeZone: string;
  readonly status: DeviceStatus;
}
