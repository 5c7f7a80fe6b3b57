import { unassignedDevices, type AdministrationGroup, type Device } from '#domain/fleet/fleet.ts';
import { deviceIdSchema, type DeviceId, type GroupId } from '#domain/ids.ts';
import type { InventoryField } from '#domain/inventory/inventory-fields.ts';
import { isSameZone } from '#domain/schedule/time-zone.ts';
import { nameKey } from '../records/names.ts';
import { groupFinder } from './find-group.ts';
import type { GroupWish } from './inventory-cells.ts';
import { noteIgnored, type IgnoredValues, type InventoryRow } from './inventory-rows.ts';
import type { LineError } from './read-csv.ts';

/** What a valid row does. */
export type RowPlan =
  | { readonly kind: 'created'; readonly line: number; readonly after: Device }
  | { readonly kind: 'updated' | 'unchanged'; readonly line: number; readonly before: Device; readonly after: Device };

export interface InventoryPlan {
  /** From the root down, so that each stands after its parent. */
  readonly groups: readonly AdministrationGroup[];
  /** Of each valid row, in the order of the file. */
  readonly rows: readonly RowPlan[];
  readonly errors: readonly LineError[];
  readonly ignored: IgnoredValues;
}

/** What new devices get where their row says nothing. */
export interface NewDevices {
  readonly timeZone: string | null;
  readonly group: GroupWish;
}

/** Rows are planned so many at a time. */
const slice = 2_500;

/**
 * What rows mean for the fleet there is: devices with a known name, whatever its case, are updated and keep what the row
 * leaves empty; others are created, in *Unassigned devices* where the row names no group. Groups are found by their
 * names; those that a path names are created where they are missing.
 * @param number of the change that will be made: it is never used twice, so ids made of it are new
 * @param pause lets others have their turn; what it throws ends the work
 */
export async function planInventory(
  { rows, holdsPaths }: { readonly rows: readonly InventoryRow[]; readonly holdsPaths: boolean },
  world: { readonly groups: readonly AdministrationGroup[]; readonly devices: readonly Device[] },
  newDevices: NewDevices,
  number: number,
  pause: () => Promise<void>,
): Promise<InventoryPlan> {
  const byName = await devicesByName(world.devices, pause);
  const idFor = freshIds(world.devices);
  const tree = groupFinder(world.groups, number, holdsPaths);
  const errors: LineError[] = [];
  const plans: RowPlan[] = [];
  const ignored = new Map<InventoryField, { rows: number; first: string[] }>();
  for (const [i, row] of rows.entries()) {
    if (i % slice === slice - 1) await pause();
    const before = byName.get(row.key);
    const timeZone = row.timeZone ?? before?.timeZone ?? newDevices.timeZone;
    if (timeZone === null) {
      const message = 'A new device needs its time zone, such as Europe/Berlin.';
      errors.push({ line: row.line, field: 'timeZone', message });
      continue;
    }
    const wish = tree.find(row.group, before?.groupId);
    if (wish.kind === 'unknown') noteIgnored(ignored, 'group', wish.name);
    const isOpen = wish.kind === 'none' || wish.kind === 'unknown';
    const found = isOpen && !before ? tree.find(newDevices.group, undefined) : wish;
    if (found.kind === 'error') {
      errors.push({ line: row.line, field: 'group', message: found.message });
      continue;
    }
    const groupId: GroupId = found.kind === 'found' ? found.groupId : (before?.groupId ?? unassignedDevices);
    const known = before ?? { id: idFor(row.name), name: row.name, ...blank };
    const after: Device = {
      ...known,
      groupId,
      operatingSystem: row.operatingSystem ?? known.operatingSystem,
      address: row.address ?? known.address,
      timeZone,
      status: row.status ?? known.status,
    };
    const { line } = row;
    if (!before) plans.push({ kind: 'created', line, after });
    else plans.push({ kind: sameDevice(before, after) ? 'unchanged' : 'updated', line, before, after });
  }
  return { groups: tree.made, rows: plans, errors, ignored };
}

async function devicesByName(devices: readonly Device[], pause: () => Promise<void>): Promise<Map<string, Device>> {
  const byName = new Map<string, Device>();
  for (const [i, device] of devices.entries()) {
    if (i % (4 * slice) === 4 * slice - 1) await pause();
    byName.set(nameKey(device.name), device);
  }
  return byName;
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
