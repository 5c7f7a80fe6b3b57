import type { Device } from '#domain/fleet/fleet.ts';
import type { EffectiveScanSettings } from '../runs/plan-runs.ts';
import { runSourceOf, type Fleet } from './fleet-snapshot.ts';
import { effectiveSettingsIndex } from './effective-settings-index.ts';

/** What IOC scans obey on many devices: each distinct answer once, and which of them counts on each device. */
export interface ScanSettingsByDevice {
  readonly current: readonly EffectiveScanSettings[];
  /** The place in `held` of what counts on each device; −1 where there is no device. */
  readonly kinds: Int32Array;
}

/** @param devices undefined where a device is gone */
export function effectiveScanSettings(fleet: Fleet, devices: readonly (Device | undefined)[]): ScanSettingsByDevice {
  const holding = effectiveSettingsIndex(fleet, 'additional');
  const current: EffectiveScanSettings[] = [];
  const known = new Map<string, number>();
  // Devices of one group that are away or not, with nothing of their own, obey the same.
  const unset = new Map<string, [home: number, away: number]>();

  const learn = (device: Device): number => {
    const winner = holding(device);
    const holds = { scanning: winner.value.iocScanning, source: runSourceOf({ winner }) };
    const key = JSON.stringify(holds);
    const place = known.get(key) ?? current.push(holds) - 1;
    known.set(key, place);
    return place;
  };

  const kinds = new Int32Array(devices.length);
  devices.forEach((device, place) => {
    if (!device) {
      kinds[place] = -1;
      return;
    }
    if ((fleet.local.get(device.id)?.values.additional ?? null) !== null) {
      kinds[place] = learn(device);
      return;
    }
    let alike = unset.get(device.groupId);
    if (!alike) unset.set(device.groupId, (alike = [-1, -1]));
    const away = device.status === 'out-of-office' ? 1 : 0;
    if (alike[away] < 0) alike[away] = learn(device);
    kinds[place] = alike[away];
  });
  return { current, kinds };
}
