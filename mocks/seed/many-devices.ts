import { noRecords, type World } from '#backend/ports/store.ts';
import { aDevice, aGroup, aPolicy, aServer, between, manually, scanning, unassigned } from './vocabulary.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Adelaide',
  'UTC',
  'Asia/Tokyo',
] as const;
const groups = Array.from({ length: 50 }, (_, i) => `site-${String(i + 1)}`);
const starts = [between('20:00', '07:00'), between('22:00', '04:00'), manually];

/**
 * As many devices as are wanted in fifty groups, for measuring: one device in ten is offline, six groups start by hand, and the policy above all groups responds to threats. A detection on `device-50` makes a task of all of them.
 */
export const manyDevices = (count: number, realMs: number): World => ({
  ...noRecords,
  groups: [
    aGroup('managed-devices', 'Managed devices', null),
    ...groups.map((id) => aGroup(id, id, 'managed-devices')),
    unassigned,
  ],
  devices: Array.from({ length: count }, (_, i) =>
    aDevice(`DEVICE-${String(i + 1)}`, groups[i % groups.length] ?? '', zones[i % zones.length] ?? 'UTC', {
      status: i % 10 === 9 ? 'offline' : 'online',
    }),
  ),
  policies: [
    aPolicy({
      id: 'baseline',
      name: 'Baseline',
      group: 'managed-devices',
      additional: scanning(between('20:00', '07:00')),
      responds: true,
    }),
    ...groups
      .slice(0, 20)
      .map((id, i) =>
        aPolicy({ id, name: id, group: id, additional: scanning(starts[i % starts.length] ?? manually) }),
      ),
  ],
  server: [aServer('small', realMs)],
});
