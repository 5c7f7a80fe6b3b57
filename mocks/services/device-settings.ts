import type { DeviceSettingsView, SourceView } from '#contract/devices.ts';
import type { Parsed } from '#contract/operations.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { Source } from '#domain/policy/effective-setting.ts';
import {
  changesBetween,
  settingsGroupLabels,
  settingsGroups,
  type SettingChange,
  type SettingsGroup,
  type SettingsValues,
} from '#domain/policy/settings.ts';
import { Problem } from '../problem.ts';
import type { LocalSettings } from '../store/store.ts';
import {
  effectiveOn,
  fleetOf,
  groupRef,
  need,
  nowOf,
  policyRef,
  serverOf,
  type Backend,
  type Fleet,
} from './backend.ts';
import { replanned } from './replanning.ts';
import { nextSave, revisionOf } from './saving.ts';

type LocalValues = LocalSettings['values'];
const nothingSet: LocalValues = { actions: null, authentication: null, additional: null };

export async function deviceSettings(
  backend: Backend,
  { params }: Parsed<'deviceSettings'>,
): Promise<DeviceSettingsView> {
  return viewOf(await fleetOf(backend), await need(backend, 'devices', params.deviceId));
}

/**
 * Saves the local settings of a device. A group of settings *Under policy* keeps its local value: it is read-only.
 * @throws Problem `locked-from-above` when a local value under policy would change
 */
export async function updateDeviceSettings(
  backend: Backend,
  { params, body }: Parsed<'updateDeviceSettings'>,
): Promise<DeviceSettingsView> {
  const device = await need(backend, 'devices', params.deviceId);
  const fleet = await fleetOf(backend);
  const server = await serverOf(backend);
  const before = fleet.local.get(device.id)?.values ?? nothingSet;
  const values: LocalValues = {
    actions: body.actions === undefined ? before.actions : body.actions,
    authentication: body.authentication === undefined ? before.authentication : body.authentication,
    additional: body.additional === undefined ? before.additional : body.additional,
  };
  const changes = settingsGroups.flatMap((group) => localChanges(fleet, device, group, before, values));
  if (changes.length === 0) return viewOf(fleet, device);
  refuseUnknownCredential(values, before, server.account);

  const atMs = await nowOf(backend);
  const was = fleet.local.get(device.id) ?? { revision: 0 };
  const saved: LocalSettings = { id: device.id, values, ...nextSave(was, atMs, server.user) };
  const after: Fleet = { ...fleet, local: new Map(fleet.local).set(device.id, saved) };
  const runs = await backend.store.where('runs', 'deviceId', device.id);
  await backend.store.commit({
    localSettings: { put: [saved] },
    revisions: { put: [revisionOf(device.id, saved, changes)] },
    runs: { put: runs.map((run) => replanned(run, device, after, server, atMs)).filter((run, i) => run !== runs[i]) },
  });
  return viewOf(after, device);
}

function localChanges(
  fleet: Fleet,
  device: Device,
  group: SettingsGroup,
  before: LocalValues,
  after: LocalValues,
): SettingChange[] {
  const changes = describeLocal(group, before[group], after[group]);
  const { editableOnDevice, winner } = effectiveOn(fleet, device, group);
  if (changes.length > 0 && !editableOnDevice && winner.source.kind === 'policy') {
    const { policy } = winner.source;
    const where = groupRef(fleet.hierarchy, policy.groupId).name;
    throw new Problem(
      'locked-from-above',
      `${settingsGroupLabels[group]} is under the policy “${policy.name}” of the group “${where}”: it cannot be set on the device.`,
      [{ path: `/${group}`, message: `Locked by the policy “${policy.name}”` }],
    );
  }
  return changes;
}

function describeLocal<G extends SettingsGroup>(
  group: G,
  from: SettingsValues[G] | null,
  to: SettingsValues[G] | null,
): SettingChange[] {
  if (from !== null && to !== null) return changesBetween(group, from, to);
  if (from === null && to === null) return [];
  const words = (value: unknown) => (value === null ? 'not set on the device' : 'set on the device');
  return [{ setting: settingsGroupLabels[group], from: words(from), to: words(to) }];
}

function refuseUnknownCredential(values: LocalValues, before: LocalValues, account: string | null) {
  const credential = values.authentication?.credential ?? null;
  if ([null, account, before.authentication?.credential].includes(credential)) return;
  throw new Problem('invalid-input', 'The account password was not checked by this server.', [
    { path: '/authentication/credential', message: 'Unknown credential' },
  ]);
}

function viewOf(fleet: Fleet, device: Device): DeviceSettingsView {
  const { hierarchy } = fleet;
  const local = fleet.local.get(device.id);
  const source = (from: Source): SourceView =>
    from.kind === 'policy'
      ? { kind: 'policy', policy: policyRef(hierarchy, from.policy), lock: from.lock }
      : { kind: from.kind };

  const effective = <G extends SettingsGroup>(group: G) => {
    const { winner, losers, editableOnDevice } = effectiveOn(fleet, device, group);
    const own: SettingsValues[G] | null = local?.values[group] ?? null;
    return {
      value: winner.value,
      source: source(winner.source),
      local: own,
      editable: editableOnDevice,
      losers: losers.map((loser) => ({
        source: source(loser.source),
        value: loser.value,
        because: loser.because,
        beatenBy: loser.beatenBy && policyRef(hierarchy, loser.beatenBy),
      })),
    };
  };
  const { policy } = effectiveOn(fleet, device, 'additional');
  return {
    revision: local?.revision ?? 0,
    policy: policy && policyRef(hierarchy, policy),
    actions: effective('actions'),
    authentication: effective('authentication'),
    additional: effective('additional'),
  };
}
