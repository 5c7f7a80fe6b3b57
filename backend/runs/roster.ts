import type { Device } from '#domain/fleet/fleet.ts';
import { identityKey } from '#domain/schedule/moment.ts';
import { remembered } from './memoize.ts';
import type { Roster } from '../ports/run-records.ts';

/** Devices in the order of a roster. */
export const inOrder = remembered((devices: readonly Device[]): readonly Device[] =>
  devices.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
);

/** A roster that lists exactly these devices, or a new one under `id`. @param devices in the order of a roster */
export function rosterFor(devices: readonly Device[], known: readonly Roster[], id: string): Roster {
  const same = known.find(
    (roster) =>
      roster.devices.length === devices.length && roster.devices.every((device, i) => device === devices[i]?.id),
  );
  return same ?? { id, devices: devices.map((device) => device.id) };
}

/** The key of each device's identity, in the order of the roster. */
export const keysOf = remembered((roster: Roster): Uint32Array => Uint32Array.from(roster.devices, identityKey));

/** The place of a device in a roster; −1 where it is not in it. */
export function placeIn({ devices }: Roster, id: string): number {
  let [from, to] = [0, devices.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((devices[middle] ?? '') < id) from = middle + 1;
    else to = middle;
  }
  return devices[from] === id ? from : -1;
}

/** All devices by their ids. */
export const byId = remembered(
  (devices: readonly Device[]): ReadonlyMap<string, Device> => new Map(devices.map((device) => [device.id, device])),
);

const membersAmong = remembered((devices: readonly Device[]) =>
  remembered((roster: Roster): readonly (Device | undefined)[] => {
    const known = byId(devices);
    return roster.devices.map((id) => known.get(id));
  }),
);

/** The devices of a roster as they are now, in its order; undefined for one that is gone. */
export const membersOf = (roster: Roster, devices: readonly Device[]): readonly (Device | undefined)[] =>
  membersAmong(devices)(roster);
