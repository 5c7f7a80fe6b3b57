import type { Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { identityKey } from '#domain/schedule/moment.ts';
import type { Store } from '#backend/ports/store.ts';

/** Devices as columns for bulk loops: numbers in typed arrays, at the device's index in `devices`. */
export interface FleetColumns {
  readonly devices: readonly Device[];
  readonly zones: readonly string[];
  readonly zoneOf: Uint16Array;
  /** The groups that directly contain devices. */
  readonly groups: readonly GroupId[];
  readonly groupOf: Uint32Array;
  /** 1 where the device is out of office. */
  readonly outOfOffice: Uint8Array;
  /** 1 where the device is offline. */
  readonly offline: Uint8Array;
  /** `identityKey` of the device's id */
  readonly keys: Uint32Array;
}

const cache = new WeakMap<Store, FleetColumns>();

/**
 * The columns of a store's devices, cached until a device changes. Relies on immutable records: equal references mean
 * equal content.
 */
export function fleetColumns(store: Store, devices: readonly Device[]): FleetColumns {
  const columns = reuseColumns(cache.get(store), devices);
  cache.set(store, columns);
  return columns;
}

/** The columns of `devices`: those of `before` if they were built from the same records. */
export function reuseColumns(before: FleetColumns | undefined, devices: readonly Device[]): FleetColumns {
  return before && sameRecords(before.devices, devices) ? before : buildColumns(devices);
}

/** Whether two lists contain identical records (by reference) in the same order. */
export const sameRecords = (a: readonly object[], b: readonly object[]): boolean =>
  a.length === b.length && a.every((record, i) => record === b[i]);

function buildColumns(devices: readonly Device[]): FleetColumns {
  const zones = new Map<string, number>();
  const groups = new Map<GroupId, number>();
  const zoneOf = new Uint16Array(devices.length);
  const groupOf = new Uint32Array(devices.length);
  const away = new Uint8Array(devices.length);
  const offline = new Uint8Array(devices.length);
  const keys = new Uint32Array(devices.length);
  devices.forEach(({ id, timeZone, groupId, status }, i) => {
    zoneOf[i] = intern(zones, timeZone);
    groupOf[i] = intern(groups, groupId);
    if (status === 'out-of-office') away[i] = 1;
    if (status === 'offline') offline[i] = 1;
    keys[i] = identityKey(id);
  });
  return {
    devices,
    zones: [...zones.keys()],
    zoneOf,
    groups: [...groups.keys()],
    groupOf,
    outOfOffice: away,
    offline,
    keys,
  };
}

/** The index of a value among those interned so far; a new value gets the next index. */
export function intern<T>(places: Map<T, number>, value: T): number {
  const known = places.get(value);
  if (known !== undefined) return known;
  places.set(value, places.size);
  return places.size - 1;
}
