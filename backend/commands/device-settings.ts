import type { DeviceSettingsView } from '#contract/devices.ts';
import type { Parsed } from '#contract/operations.ts';
import { toInstant } from '#contract/time.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import {
  settingsGroupLabels,
  settingsGroups,
  type SettingsGroup,
  type SettingsValues,
} from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import { unsaved, type LocalSettings } from '../ports/history-records.ts';
import { credentialOf } from '../ports/store.ts';
import {
  effectiveSettingOn,
  loadFleet,
  groupRef,
  lookup,
  policyRef,
  loadServer,
  sourceView,
  type RequestContext,
  type Fleet,
} from '../request-context.ts';
import { localSettingsGroupChanges } from './change-descriptions.ts';
import { applyChange } from './apply-change.ts';

type LocalValues = LocalSettings['values'];
const nothingSet: LocalValues = { actions: null, authentication: null, additional: null };

export async function getDeviceSettings(
  context: RequestContext,
  { params }: Parsed<'deviceSettings'>,
): Promise<DeviceSettingsView> {
  return deviceSettingsView(await loadFleet(context), await lookup(context, 'devices', params.deviceId));
}

/**
 * Saves the local settings of a device. A group of settings *Under policy* keeps its local value: it is read-only.
 * @throws Problem `locked-from-above` when a local value under policy would change
 */
export async function updateDeviceSettings(
  context: RequestContext,
  { params, body }: Parsed<'updateDeviceSettings'>,
): Promise<DeviceSettingsView> {
  const device = await lookup(context, 'devices', params.deviceId);
  const fleet = await loadFleet(context);
  const server = await loadServer(context);
  const before = fleet.local.get(device.id)?.values ?? nothingSet;
  const values: LocalValues = {
    actions: body.actions === undefined ? before.actions : body.actions,
    authentication: body.authentication === undefined ? before.authentication : body.authentication,
    additional: body.additional === undefined ? before.additional : body.additional,
  };
  for (const group of settingsGroups) refuseLocked(fleet, device, group, before, values);
  refuseUnknownCredential(values, before, credentialOf(server));
  await applyChange(context, {
    action: 'Local settings saved',
    local: { put: [{ ...unsaved, id: device.id, values }] },
  });
  return deviceSettingsView(await loadFleet(context), device);
}

function refuseLocked(fleet: Fleet, device: Device, group: SettingsGroup, before: LocalValues, after: LocalValues) {
  if (localSettingsGroupChanges(group, before[group], after[group]).length === 0) return;
  const { editableOnDevice, winner } = effectiveSettingOn(fleet, device, group);
  if (editableOnDevice || winner.source.kind !== 'policy') return;
  const { policy } = winner.source;
  const where = groupRef(fleet.hierarchy, policy.groupId).name;
  throw new Problem(
    'locked-from-above',
    `${settingsGroupLabels[group]} is under the policy “${policy.name}” of the group “${where}”: it cannot be set on the device.`,
    [{ path: `/${group}`, message: `Locked by the policy “${policy.name}”` }],
  );
}

function refuseUnknownCredential(values: LocalValues, before: LocalValues, account: string | null) {
  const credential = values.authentication?.credential ?? null;
  if ([null, account, before.authentication?.credential].includes(credential)) return;
  throw new Problem('invalid-input', 'The account password was not checked by this server.', [
    { path: '/authentication/credential', message: 'Unknown credential' },
  ]);
}

function deviceSettingsView(fleet: Fleet, device: Device): DeviceSettingsView {
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
