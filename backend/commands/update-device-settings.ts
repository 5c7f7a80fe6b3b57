import type { DeviceSettingsView } from '#contract/devices.ts';
import type { Parsed } from '#contract/operations.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import { settingsGroupLabels, settingsGroups, type SettingsGroup } from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import { unsaved, type LocalSettings } from '../ports/history-records.ts';
import { credentialOf } from '../ports/store.ts';
import { loadServer, type RequestContext } from '../request-context.ts';
import { groupRef } from '../queries/references.ts';
import { effectiveSettingOn, loadFleet, type Fleet } from '../queries/fleet-snapshot.ts';
import { lookup } from '../queries/lookup.ts';
import { localSettingsGroupChanges } from '../records/change-descriptions.ts';
import { applyChange } from './apply-change.ts';
import { deviceSettingsView } from '../queries/device-settings.ts';

type LocalValues = LocalSettings['values'];
const nothingSet: LocalValues = { actions: null, authentication: null, additional: null };

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
