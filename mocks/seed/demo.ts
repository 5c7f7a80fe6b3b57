import type { Device } from '#domain/fleet/fleet.ts';
import { sameScanStart } from '#domain/schedule/scan-start.ts';
import { revisionOf } from '#backend/commands/record-changes.ts';
import { policyChanges } from '#backend/records/change-descriptions.ts';
import type { LocalSettings, StoredRevision } from '#backend/ports/history-records.ts';
import { noRecords, type StoredPolicy, type World } from '#backend/ports/store.ts';
import { chance } from './chance.ts';
import { regions, sites, type Site } from './demo-places.ts';
import { aDevice, aGroup, aPolicy, aServer, atOnce, between, manually, scanning, unassigned } from './vocabulary.ts';

/**
 * The demo company: the same fleet every time, only its clock starts at `realMs` (epoch milliseconds UTC).
 * Everything that looks like chance is a function of a device's name.
 */
export function demoWorld(realMs: number): World {
  const devices = sites.flatMap(devicesOf);
  return {
    ...noRecords,
    groups: [
      aGroup('managed-devices', 'Managed devices', null),
      ...regions.map(([id, name, parent]) => aGroup(id, name, parent)),
      ...sites.map(({ id, name, parent }) => aGroup(id, name, parent)),
      unassigned,
    ],
    devices: [...devices, ...newcomers],
    policies,
    localSettings: devices.filter((device) => chance(device.name, 'local') < 0.03).map(localSettingsOf),
    revisions: policies.flatMap(revisionsOf),
    server: [aServer('demo', realMs)],
  };
}

const afterHours = between('20:00', '07:00');

const policies: readonly StoredPolicy[] = [
  aPolicy({
    id: 'baseline',
    name: 'Baseline',
    group: 'managed-devices',
    additional: scanning(afterHours),
    responds: true,
    revision: 3,
  }),
  aPolicy({
    id: 'travellers',
    name: 'Travellers',
    group: 'managed-devices',
    status: 'out-of-office',
    additional: scanning(atOnce),
    lock: 'closed',
    responds: true,
  }),
  aPolicy({
    id: 'offices-baseline',
    name: 'Offices baseline',
    group: 'offices',
    additional: scanning(afterHours),
    revision: 14,
  }),
  aPolicy({ id: 'berlin', name: 'Berlin', group: 'berlin', additional: scanning(manually), revision: 2 }),
  aPolicy({
    id: 'berlin-2025',
    name: 'Berlin 2025',
    group: 'berlin',
    status: 'inactive',
    additional: scanning(between('22:00', '04:00')),
    lock: 'closed',
  }),
  aPolicy({
    id: 'london-trading',
    name: 'London Trading',
    group: 'london-trading',
    additional: scanning(between('22:30', '04:30')),
    lock: 'closed',
  }),
  aPolicy({
    id: 'kathmandu',
    name: 'Kathmandu',
    group: 'kathmandu',
    additional: scanning(between('19:30', '06:15')),
    lock: 'closed',
  }),
  aPolicy({
    id: 'data-centres',
    name: 'Data centres',
    group: 'data-centres',
    additional: scanning(between('01:00', '05:00'), 'system-drives'),
    lock: 'closed',
    force: true,
    revision: 5,
  }),
  aPolicy({
    id: 'rack-12-tuning',
    name: 'Rack 12 tuning',
    group: 'fra-rack-12',
    additional: scanning(atOnce, 'system-drives'),
    inherit: false,
  }),
  aPolicy({
    id: 'field-laptops',
    name: 'Field laptops',
    group: 'field-laptops',
    additional: scanning(between('12:00', '13:30')),
  }),
  aPolicy({
    id: 'field-travel',
    name: 'Field travel',
    group: 'field-laptops',
    status: 'out-of-office',
    additional: scanning(between('00:00', '04:00')),
    responds: true,
  }),
  aPolicy({
    id: 'laboratory',
    name: 'Laboratory',
    group: 'laboratory',
    additional: scanning(atOnce, 'system-drives'),
    inherit: false,
    responds: true,
  }),
];

function devicesOf(site: Site, place: number): Device[] {
  const kinds = [
    ['WS', site.workstations ?? 0, ['Windows 11 Pro 24H2', 'Windows 11 Enterprise 23H2', 'Windows 10 Enterprise 22H2']],
    ['LT', site.laptops ?? 0, ['Windows 11 Pro 24H2', 'Windows 11 Pro 23H2']],
    ['SV', site.servers ?? 0, ['Windows Server 2022', 'Windows Server 2019', 'Windows Server 2025']],
  ] as const;
  return kinds.flatMap(([kind, count, systems], position) =>
    Array.from({ length: count }, (_, i) => {
      const name = `${site.prefix}-${kind}-${String(i + 1).padStart(4, '0')}`;
      return aDevice(name, site.id, site.zone, {
        operatingSystem: systems[Math.floor(chance(name, 'system') * systems.length)] ?? systems[0],
        address: `10.${String(place + 16)}.${String(position)}.${String(i + 10)}`,
        status: statusOf(name, kind),
      });
    }),
  );
}

/** Machines that came into the network and that nobody has put into a group yet. */
const newcomers: readonly Device[] = (
  [
    ['DESKTOP-7QK2M1P', 'Europe/Berlin', 'Windows 11 Pro 24H2', 'online'],
    ['DESKTOP-R4T09VX', 'Europe/Berlin', 'Windows 11 Pro 24H2', 'online'],
    ['LAPTOP-3N8HCE5', 'Europe/Madrid', 'Windows 11 Pro 23H2', 'out-of-office'],
    ['LAPTOP-KD61WZQ', 'America/New_York', 'Windows 11 Pro 24H2', 'offline'],
    ['WIN-5GJ0B2LUAOE', 'Asia/Tokyo', 'Windows Server 2025', 'online'],
  ] as const
).map(([name, zone, operatingSystem, status], i) =>
  aDevice(name, unassigned.id, zone, { operatingSystem, status, address: `10.250.0.${String(i + 20)}` }),
);

function statusOf(name: string, kind: 'WS' | 'LT' | 'SV'): Device['status'] {
  const draw = chance(name, 'status');
  if (kind === 'SV') return draw < 0.02 ? 'offline' : 'online';
  if (kind === 'LT' && draw < 0.16) return 'out-of-office';
  return draw > 0.91 ? 'offline' : 'online';
}

function localSettingsOf(device: Device): LocalSettings {
  const additional = scanning(chance(device.name, 'mode') < 0.5 ? manually : between('18:00', '22:00'));
  return {
    id: device.id,
    values: { actions: null, authentication: null, additional },
    revision: 1,
    modifiedAtMs: Date.UTC(2026, 9, 14, 11, 5),
    modifiedBy: 'M. Admin',
  };
}

const tried = [between('21:00', '06:00'), manually, between('19:00', '05:30'), atOnce];

/** The history of a policy, told backwards from what it says now, so that each save begins where the one before ended. */
function revisionsOf(policy: StoredPolicy): StoredRevision[] {
  const { scope, start } = policy.settings.additional.value.iocScanning;
  const earlier = tried.filter((other) => !sameScanStart(other, start));
  const created = Date.UTC(2026, 3, 7, 8, 0);
  const step = (policy.modifiedAtMs - created) / Math.max(1, policy.revision - 1);
  const asOf = (revision: number): StoredPolicy => {
    if (revision === policy.revision) return policy;
    const scanStart = earlier[(policy.revision - revision - 1) % earlier.length] ?? manually;
    const additional = { ...policy.settings.additional, value: scanning(scanStart, scope) };
    const modifiedAtMs = Math.round(created + (revision - 1) * step);
    return { ...policy, settings: { ...policy.settings, additional }, revision, modifiedAtMs };
  };
  return Array.from({ length: policy.revision }, (_, i) => {
    const record = asOf(i + 1);
    const changes = i === 0 ? [{ setting: 'Policy', from: '', to: 'created' }] : policyChanges(asOf(i), record);
    return revisionOf('policy', record, changes);
  });
}
