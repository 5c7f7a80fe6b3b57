import { noRecords, type World } from '#backend/ports/store.ts';
import { aDevice, aGroup, aPolicy, aServer, between, manually, scanning, unassigned } from './vocabulary.ts';

/** A world one can hold in one's head: five groups, seven devices, five policies. */
export function smallWorld(realMs: number): World {
  return {
    ...noRecords,
    groups: [
      aGroup('managed-devices', 'Managed devices', null),
      aGroup('offices', 'Offices', 'managed-devices'),
      aGroup('berlin', 'Berlin', 'offices'),
      aGroup('kathmandu', 'Kathmandu', 'offices'),
      aGroup('labs', 'Labs', 'managed-devices'),
      unassigned,
    ],
    devices: [
      aDevice('BER-WS-0001', 'berlin', 'Europe/Berlin'),
      aDevice('BER-WS-0002', 'berlin', 'Europe/Berlin'),
      aDevice('BER-WS-0003', 'berlin', 'Europe/Berlin', { status: 'offline' }),
      aDevice('KTM-LT-0001', 'kathmandu', 'Asia/Kathmandu'),
      aDevice('KTM-LT-0002', 'kathmandu', 'Asia/Kathmandu', { status: 'out-of-office' }),
      aDevice('LAB-WS-0001', 'labs', 'Europe/Berlin'),
      aDevice('LAB-WS-0002', 'labs', 'Europe/Berlin'),
    ],
    policies: [
      aPolicy({
        id: 'baseline',
        name: 'Baseline',
        group: 'managed-devices',
        additional: scanning(between('20:00', '07:00')),
        responds: true,
      }),
      aPolicy({ id: 'berlin', name: 'Berlin', group: 'berlin', additional: scanning(between('20:00', '07:00')) }),
      aPolicy({
        id: 'berlin-draft',
        name: 'Berlin draft',
        group: 'berlin',
        status: 'inactive',
        additional: scanning(manually),
      }),
      aPolicy({
        id: 'labs',
        name: 'Labs',
        group: 'labs',
        additional: scanning(manually),
        lock: 'closed',
        inherit: false,
      }),
      aPolicy({
        id: 'travellers',
        name: 'Travellers',
        group: 'offices',
        status: 'out-of-office',
        additional: scanning(manually),
        lock: 'closed',
        responds: true,
      }),
    ],
    server: [aServer('small', realMs)],
  };
}

/** Nothing but the root and one policy with the application's defaults. */
export function emptyWorld(realMs: number): World {
  return {
    ...smallWorld(realMs),
    groups: [aGroup('managed-devices', 'Managed devices', null), unassigned],
    devices: [],
    policies: [aPolicy({ id: 'baseline', name: 'Baseline', group: 'managed-devices' })],
    server: [aServer('empty', realMs)],
  };
}
