import { noRecords, type World } from '#backend/ports/store.ts';
import { aDevice, aGroup, aPolicy, aServer, between, manually, scanning, unassigned } from './vocabulary.ts';

const levels = 12;
const devicesInAll = 10_000;
const policiesInOne = 150;

/** A name of exactly a hundred characters, the most that a name may have. */
const longName = (beginning: string): string =>
  `${beginning} – where names are as long as names may be, because somebody somewhere writes them so`
    .padEnd(100, ' and so on')
    .slice(0, 99)
    .concat('.');

const groupId = (level: number) => (level === 0 ? 'managed-devices' : `level-${String(level)}`);
const zones = ['Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'Pacific/Chatham'] as const;

/** A world at the edge of what a screen must bear: twelve levels, the longest names, ten thousand devices, many policies. */
export function crowdedWorld(realMs: number): World {
  return {
    ...noRecords,
    groups: [
      aGroup('managed-devices', 'Managed devices', null),
      ...Array.from({ length: levels }, (_, i) =>
        aGroup(groupId(i + 1), longName(`Level ${String(i + 1)}`), groupId(i)),
      ),
      unassigned,
    ],
    devices: Array.from({ length: devicesInAll }, (_, i) =>
      aDevice(
        `CROWDED-${String(i + 1).padStart(5, '0')}`,
        groupId(i % (levels + 1)),
        zones[i % zones.length] ?? 'UTC',
        {
          address: `10.${String(Math.floor(i / 62_500))}.${String(Math.floor(i / 250) % 250)}.${String(i % 250)}`,
        },
      ),
    ),
    policies: [
      aPolicy({
        id: 'baseline',
        name: longName('Baseline'),
        group: 'managed-devices',
        additional: scanning(between('20:00', '07:00')),
        responds: true,
      }),
      ...Array.from({ length: levels }, (_, i) =>
        aPolicy({
          id: groupId(i + 1),
          name: longName(`Policy of level ${String(i + 1)}`),
          group: groupId(i + 1),
          additional: scanning(i % 2 === 0 ? manually : between('22:00', '04:30')),
          lock: i % 3 === 0 ? 'closed' : 'open',
        }),
      ),
      ...Array.from({ length: policiesInOne }, (_, i) =>
        aPolicy({
          id: `spare-${String(i + 1)}`,
          name: longName(`Spare ${String(i + 1)}`),
          group: groupId(1),
          status: 'inactive',
        }),
      ),
    ],
    server: [aServer('crowded', realMs)],
  };
}
