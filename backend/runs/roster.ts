import type { Device } from '#domain/fleet/fleet.ts';
import { identityKey } from '#domain/schedule/moment.ts';
import type { Roster } from '../ports/run-records.ts';
import { memoizeByIdentity } from './memoize.ts';

/** Devices in the order of a roster. */
export const sortedById = memoizeByIdentity((devices: readonly Device[]): readonly Device[] =>
  devices.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
);

/** The roster with exactly these devices, or a new one with `id`. @param devices in the order of a roster */
export function findOrCreateRoster(devices: readonly Device[], known: readonly Roster[], id: string): Roster {
  const same = known.find(
    (roster) =>
      roster.devices.length === devices.length && roster.devices.every((device, i) => device === devices[i]?.id),
  );
  return same ?? { id, devices: devices.map((device) => device.id) };
}

/** The key of each device's identity, in the order of the roster. */
export const keysOf = memoizeByIdentity((roster: Roster): Uint32Array => Uint32Array.from(roster.devices, identityKey));

/** The index of a device in a roster, or −1. */
export function indexOfDevice({ devices }: Roster, id: string): number {
  let [from, to] = [0, devices.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((devices[middle] ?? '') < id) from = middle + 1;
    else to = middle;
  }
  return devices[from] === id ? from : -1;
}

/** All devices by their ids. */
export const devicesById = memoizeByIdentity(
  (devices: readonly Device[]): ReadonlyMap<string, Device> => new Map(devices.map((device) => [device.id, device])),
);

const rosterDevicesAmong = memoizeByIdentity((devices: readonly Device[]) =>
  memoizeByIdentity((roster: Roster): readonly (Device | undefined)[] => {
    const known = devicesById(devices);
    return roster.devices.map((id) => known.get(id));
  }),
);

/** The current devices of a roster in its order; undefined for a deleted one. */
export const rosterDevices = (roster: Roster, devices: readonly Device[]): readonly (Device | undefined)[] =>
  rosterDevicesAmong(devices)(roster);
