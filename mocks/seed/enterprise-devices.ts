import type { Device } from '#domain/fleet/fleet.ts';
import { deviceIdSchema, groupIdSchema, type GroupId } from '#domain/ids.ts';
import { chances, pick } from './chance.ts';
import type { Place, PlaceKind } from './enterprise-groups.ts';

/** A kind of machine: the middle of its devices' names, its systems, how many of each kind of place there are. */
interface Machine {
  readonly mark: 'WS' | 'LT' | 'SV';
  readonly places: readonly PlaceKind[];
  readonly count: number;
  readonly systems: readonly [string, ...string[]];
  /** Which share of them is off, and which is away. */
  readonly offline: number;
  readonly away: number;
}

const desktops = [
  'Windows 11 Enterprise 24H2',
  'Windows 11 Enterprise 23H2',
  'Windows 11 Pro 24H2',
  'Windows 10 Enterprise 22H2',
] as const;
const servers = ['Windows Server 2022', 'Windows Server 2019', 'Windows Server 2025'] as const;

const machines: readonly Machine[] = [
  { mark: 'WS', places: ['department', 'team'], count: 57_000, systems: desktops, offline: 0.09, away: 0 },
  { mark: 'LT', places: ['department', 'team'], count: 21_000, systems: desktops, offline: 0.08, away: 0.14 },
  { mark: 'LT', places: ['field'], count: 10_500, systems: desktops, offline: 0.07, away: 0.45 },
  { mark: 'SV', places: ['rack'], count: 10_500, systems: servers, offline: 0.02, away: 0 },
  { mark: 'WS', places: ['laboratory'], count: 1_000, systems: desktops, offline: 0.12, away: 0 },
];

const systemOf = chances('enterprise/system');
const statusOf = chances('enterprise/status');

/** 100,000 devices, as many in each place as it has room for. */
export function enterpriseDevices(places: readonly Place[]): Device[] {
  const devices: Device[] = [];
  /** How many devices of a prefix and kind there are so far: their names count up. */
  const named = new Map<string, number>();
  const add = (machine: Machine, group: GroupId, beginning: string, zone: string) => {
    const number = (named.get(beginning) ?? 0) + 1;
    named.set(beginning, number);
    const name = `${beginning}-${String(number).padStart(5, '0')}`;
    const i = devices.length;
    const draw = statusOf(i);
    devices.push({
      id: deviceIdSchema.parse(name.toLowerCase()),
      groupId: group,
      name,
      timeZone: zone,
      operatingSystem: pick(machine.systems, systemOf(i)),
      address: `10.${String(16 + Math.floor(i / 50_000))}.${String(Math.floor(i / 200) % 250)}.${String(20 + (i % 200))}`,
      status: draw < machine.offline ? 'offline' : draw < machine.offline + machine.away ? 'out-of-office' : 'online',
    });
  };
  for (const machine of machines) {
    const rooms = places.filter(({ kind, room }) => room !== null && machine.places.includes(kind));
    const inAll = rooms.reduce((sum, { room }) => sum + (room ?? 0), 0);
    let filled = 0;
    let sofar = 0;
    for (const { id, room, prefix, zone } of rooms) {
      const group = groupIdSchema.parse(id);
      sofar += room ?? 0;
      // Rounded as they add up, so that all of them are as many as there are to be.
      const upTo = Math.round((sofar / inAll) * machine.count);
      for (; filled < upTo; filled += 1) add(machine, group, `${prefix}-${machine.mark}`, zone);
    }
  }
  return devices;
}
