import type { Device } from '#domain/fleet/fleet.ts';
import type { LocalSettings } from '#backend/ports/history-records.ts';
import { noRecords, type World } from '#backend/ports/store.ts';
import { chances, pick } from './chance.ts';
import { enterpriseDevices } from './enterprise-devices.ts';
import { enterprisePlaces } from './enterprise-groups.ts';
import { enterprisePolicies } from './enterprise-policies.ts';
import { aGroup, aServer, between, manually, scanning, unassigned } from './vocabulary.ts';

/**
 * A company of 100,000 devices in 5,000 groups with 1,000 policies: the same fleet every time, only its clock starts at
 * `realMs` (epoch milliseconds UTC). Everything that looks like chance is a function of a name or of a number.
 */
export function enterpriseWorld(realMs: number): World {
  const places = enterprisePlaces();
  const devices = enterpriseDevices(places);
  return {
    ...noRecords,
    groups: [
      aGroup('managed-devices', 'Managed devices', null),
      ...places.map(({ id, name, parent }) => aGroup(id, name, parent)),
      unassigned,
    ],
    devices,
    policies: enterprisePolicies(places),
    localSettings: localSettings(devices),
    server: [aServer('enterprise', realMs)],
  };
}

const isSet = chances('enterprise/local');
const startOf = chances('enterprise/local-start');
const setLocally = [manually, between('18:00', '22:00'), between('06:00', '08:30')] as const;

/** What is set on about one device in a hundred. */
function localSettings(devices: readonly Device[]): LocalSettings[] {
  return devices.flatMap(({ id }, i) =>
    isSet(i) < 0.01
      ? [
          {
            id,
            values: { actions: null, authentication: null, additional: scanning(pick(setLocally, startOf(i))) },
            revision: 1,
            modifiedAtMs: Date.UTC(2026, 9, 14, 11, 5),
            modifiedBy: 'M. Admin',
          },
        ]
      : [],
  );
}
