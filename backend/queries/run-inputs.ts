import type { Device, DeviceStatus } from '#domain/fleet/fleet.ts';
import type { EffectiveScanSettings } from '../runs/plan-runs.ts';
import { rosterDevices } from '../runs/roster.ts';
import { type Roster } from '../ports/run-records.ts';
import type { Store } from '../ports/store.ts';
import type { Fleet } from './fleet-snapshot.ts';
import { effectiveScanSettings } from './effective-scan-settings.ts';

/** All of a device that its runs follow: what holds there, its zone, and whether it can be reached. */
export interface DeviceRunInputs extends EffectiveScanSettings {
  readonly zone: string;
  readonly status: DeviceStatus;
}

/** The situations of many devices: each distinct one once, and which of them is that of each device. */
export interface RunInputsByDevice {
  readonly situations: readonly DeviceRunInputs[];
  /** The place in `situations` of each device's; −1 where there is no device. */
  readonly kinds: Int32Array;
}

/** @param devices undefined where a device is gone */
export function runInputsOf(fleet: Fleet, devices: readonly (Device | undefined)[]): RunInputsByDevice {
  const { current: inputs, kinds: inputKinds } = effectiveScanSettings(fleet, devices);
  const situations: DeviceRunInputs[] = [];
  const zones = new Map<string, number>();
  const known = new Map<number, number>();
  const kinds = new Int32Array(devices.length).fill(-1);
  devices.forEach((device, place) => {
    const holds = inputs[inputKinds[place] ?? -1];
    if (!device || !holds) return;
    const { timeZone: zone, status } = device;
    const zoneAt = zones.get(zone) ?? zones.size;
    zones.set(zone, zoneAt);
    const key = (zoneAt * inputs.length + (inputKinds[place] ?? 0)) * 2 + (status === 'offline' ? 1 : 0);
    const kind = known.get(key) ?? situations.push({ ...holds, zone, status }) - 1;
    known.set(key, kind);
    kinds[place] = kind;
  });
  return { situations, kinds };
}

/** The situations of the devices of each roster, worked out once for all tasks that share it. */
export async function runInputsByRoster(store: Store, fleet: Fleet): Promise<(roster: Roster) => RunInputsByDevice> {
  const devices = await store.all('devices');
  const known = new Map<string, RunInputsByDevice>();
  return (roster) => {
    const found = known.get(roster.id) ?? runInputsOf(fleet, rosterDevices(roster, devices));
    known.set(roster.id, found);
    return found;
  };
}
