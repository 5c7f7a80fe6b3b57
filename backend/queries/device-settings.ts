import type { DeviceSettingsView } from '#contract/devices.ts';
import type { Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { SettingsGroup, SettingsValues } from '#domain/policy/settings.ts';
import type { RequestContext } from '../request-context.ts';
import { policyRef, sourceView } from './references.ts';
import { effectiveSettingOn, loadFleet, type Fleet } from './fleet-snapshot.ts';
import { lookup } from './lookup.ts';

export async function getDeviceSettings(
  context: RequestContext,
  { params }: Parsed<'deviceSettings'>,
): Promise<DeviceSettingsView> {
  return deviceSettingsView(await loadFleet(context), await lookup(context, 'devices', params.deviceId));
}

export function deviceSettingsView(fleet: Fleet, device: Device): DeviceSettingsView {
  const { hierarchy } = fleet;
  const local = fleet.local.get(device.id);
  const effective = <G extends SettingsGroup>(group: G) => {
    const { winner, losers, editableOnDevice } = effectiveSettingOn(fleet, device, group);
    const own: SettingsValues[G] | null = local?.values[group] ?? null;
    return {
      value: winner.value,
      source: sourceView(hierarchy, winner.source),
      local: own,
      editable: editableOnDevice,
      losers: losers.map((loser) => ({
        source: sourceView(hierarchy, loser.source),
        value: loser.value,
        because: loser.because,
        beatenBy: loser.beatenBy && policyRef(hierarchy, loser.beatenBy),
      })),
    };
  };
  const { policy } = effectiveSettingOn(fleet, device, 'additional');
  return {
    revision: local?.revision ?? 0,
    modifiedBy: local?.modifiedBy ?? null,
    modifiedAt: local ? toInstant(local.modifiedAtMs) : null,
    policy: policy && policyRef(hierarchy, policy),
    actions: effective('actions'),
    authentication: effective('authentication'),
    additional: effective('additional'),
  };
}
