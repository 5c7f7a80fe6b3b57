import { managedDevices, unassignedDevices, type AdministrationGroup, type Device } from '#domain/fleet/fleet.ts';
import { deviceIdSchema, groupIdSchema, type DeviceId, type GroupId } from '#domain/ids.ts';
import { isSameZone } from '#domain/schedule/time-zone.ts';
import { nameKey } from '../services/names.ts';
import { newId } from '../services/new-id.ts';
import { quoted } from './csv-text.ts';
import type { InventoryRow } from './inventory-rows.ts';
import type { LineError } from './read-csv.ts';

export interface InventoryPlan {
  /** From the root down, so that each stands after its parent. */
  readonly groups: readonly AdministrationGroup[];
  readonly created: readonly Device[];
  readonly updated: readonly { readonly before: Device; readonly after: Device }[];
  readonly unchanged: number;
  readonly errors: readonly LineError[];
}

/** Groups are created down to this depth below *Managed devices*; deeper ones that are there can be named. */
const deepestNewGroup = 20;
const mostNewGroups = 10_000;

/**
 * What rows mean for the fleet there is: devices with a known name, whatever its case, are updated and keep what the row
 * leaves empty; others are created, in *Unassigned devices* where the row names no group. Groups are found by their
 * names, or created.
 * @param number of the change that will be made: it is never used twice, so ids made of it are new
 */
export function planInventory(
  rows: readonly InventoryRow[],
  world: { readonly groups: readonly AdministrationGroup[]; readonly devices: readonly Device[] },
  number: number,
): InventoryPlan {
  const byName = new Map(world.devices.map((device) => [nameKey(device.name), device]));
  const idFor = freshIds(world.devices);
  const tree = groupFinder(world.groups, number);
  const errors: LineError[] = [];
  const created: Device[] = [];
  const updated: { before: Device; after: Device }[] = [];
  let unchanged = 0;
  for (const row of rows) {
    const before = byName.get(row.key);
    const timeZone = row.timeZone ?? before?.timeZone;
    if (timeZone === undefined) {
      errors.push({
        line: row.line,
        field: 'timeZone',
        message: 'A new device needs its time zone, as Europe/Berlin.',
      });
      continue;
    }
    const group = row.path === null ? (before?.groupId ?? unassignedDevices) : tree.find(row.path);
    if (typeof group === 'object') {
      errors.push({ line: row.line, field: 'group', message: group.error });
      continue;
    }
    const known = before ?? { id: idFor(row.name), name: row.name, ...blank };
    const after: Device = {
      ...known,
      groupId: group,
      operatingSystem: row.operatingSystem ?? known.operatingSystem,
      address: row.address ?? known.address,
      timeZone,
      status: row.status ?? known.status,
    };
    if (!before) created.push(after);
    else if (sameDevice(before, after)) unchanged += 1;
    else updated.push({ before, after });
  }
  return { groups: tree.made, created, updated, unchanged, errors };
}

/** What a new device has where its row says nothing. */
const blank = { operatingSystem: '', address: '', status: 'online' } as const;

const sameDevice = (a: Device, b: Device) =>
  a.groupId === b.groupId &&
  isSameZone(a.timeZone, b.timeZone) &&
  a.status === b.status &&
  a.operatingSystem === b.operatingSystem &&
  a.address === b.address;

/** Ids made of names: `BER-WS-0001` is `ber-ws-0001`, and where that is taken `ber-ws-0001-2`, and so on. */
function freshIds(devices: readonly Device[]): (name: string) => DeviceId {
  const taken = new Set<string>(devices.map(({ id }) => id));
  const next = new Map<string, number>();
  return (name) => {
    const base = idBase(name);
    let id = base;
    let count = next.get(base) ?? 2;
    for (; taken.has(id); count += 1) id = `${base}-${String(count)}`;
    next.set(base, count);
    taken.add(id);
    return deviceIdSchema.parse(id);
  };
}

const idBase = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 50) || 'device';

/** Finds groups by their path, and makes those that are not there. */
function groupFinder(groups: readonly AdministrationGroup[], number: number) {
  const keyOf = (parent: GroupId, name: string) => `${parent}/${nameKey(name)}`;
  const children = new Map(
    groups.flatMap(({ id, parentId, name }) => (parentId === null ? [] : [[keyOf(parentId, name), id] as const])),
  );
  // Rows of one path share the very same list of names.
  const found = new Map<readonly string[], GroupId | { readonly error: string }>();
  const made: AdministrationGroup[] = [];

  const look = (path: readonly string[]): GroupId | { readonly error: string } => {
    let id: GroupId = managedDevices;
    let depth = 0;
    for (const name of path) {
      const next = children.get(keyOf(id, name));
      if (next === undefined) break;
      id = next;
      depth += 1;
    }
    if (depth === path.length) return id;
    const [missing] = path.slice(depth);
    if (path.length > deepestNewGroup) {
      return {
        error: `${quoted(missing ?? '')} would be too deep: groups are created down to level ${String(deepestNewGroup)}.`,
      };
    }
    if (made.length + path.length - depth > mostNewGroups) {
      return { error: `One import creates at most ${mostNewGroups.toLocaleString('en')} groups.` };
    }
    for (const name of path.slice(depth)) {
      const group = { id: idOf(made.length + 1), parentId: id, name };
      children.set(keyOf(id, name), group.id);
      made.push(group);
      id = group.id;
    }
    return id;
  };
  const idOf = (count: number) => groupIdSchema.parse(`${newId('group', number)}-${String(count)}`);

  return {
    made,
    find(path: readonly string[] | 'unassigned'): GroupId | { readonly error: string } {
      if (path === 'unassigned') return unassignedDevices;
      const group = found.get(path) ?? look(path);
      found.set(path, group);
      return group;
    },
  };
}
