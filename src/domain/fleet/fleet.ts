import type { DeviceId, GroupId } from '../ids.ts';

/** An administration group; the root, *Managed devices*, has no parent. */
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
  /** The device's own IANA time zone: every window is meant in it. */
  readonly timeZone: string;
  readonly status: DeviceStatus;
}
