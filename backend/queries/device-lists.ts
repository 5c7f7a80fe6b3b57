import type { DeviceSort } from '#contract/devices.ts';
import type { Device } from '#domain/fleet/fleet.ts';
import type { GroupId } from '#domain/ids.ts';
import { memoizeByIdentity } from '../runs/memoize.ts';
import type { StoredGroup } from '../ports/store.ts';
import { cachedRanks } from './name-order.ts';
import { intern } from '../forecast/fleet-columns.ts';

// All of this is kept with the list of devices that it is of: the store gives the very same list until a device changes.

interface Groups {
  readonly ids: readonly GroupId[];
  /** The place in `ids` of each device's group. */
  readonly groupOf: Uint32Array;
}

const groupsOf = memoizeByIdentity((devices: readonly Device[]): Groups => {
  const places = new Map<GroupId, number>();
  const groupOf = Uint32Array.from(devices, ({ groupId }) => intern(places, groupId));
  return { ids: [...places.keys()], groupOf };
});

/** Whether the group of the device at a place is one of those that are asked about: each group is judged once. */
export function groupFilter(
  devices: readonly Device[],
  inside: (group: GroupId) => boolean,
): (place: number) => boolean {
  const { ids, groupOf } = groupsOf(devices);
  const judged = ids.map(inside);
  return (place) => judged[groupOf[place] ?? -1] ?? false;
}

// Three short texts a device: to join them into one takes several times as long.
const searchedTexts = memoizeByIdentity((devices: readonly Device[]): readonly (readonly string[])[] =>
  (['name', 'address', 'operatingSystem'] as const).map((part) => devices.map((device) => device[part].toLowerCase())),
);

/** Whether a searched text is in the name, address or operating system of the device at a place, whatever the case. */
export function textFilter(devices: readonly Device[], search: string | undefined): (place: number) => boolean {
  // Made with the first list, which has time for it: the first search has none.
  const parts = searchedTexts(devices);
  const wanted = search?.trim().toLowerCase() ?? '';
  if (wanted === '') return () => true;
  const found = new Uint8Array(devices.length);
  for (const texts of parts) {
    texts.forEach((text, place) => {
      if (text.includes(wanted)) found[place] = 1;
    });
  }
  return (place) => found[place] === 1;
}

const nameRanks = cachedRanks();
const keyRanks = cachedRanks();

/** Filled as orders are asked for. */
const noOrders = () => memoizeByIdentity(() => new Map<string, Uint32Array>());
const orders: OrdersOf = noOrders();
/** Groups are renamed while no device changes. */
const ordersByGroup: (groups: readonly StoredGroup[]) => OrdersOf = memoizeByIdentity(noOrders);
type OrdersOf = (devices: readonly Device[]) => Map<string, Uint32Array>;

/** The places of devices in the order of a list, either way; equals come by name. */
export function sortedIndexes(
  devices: readonly Device[],
  groups: readonly StoredGroup[],
  sort: DeviceSort,
  order: 'asc' | 'desc',
): Uint32Array {
  const made = (sort === 'group' ? ordersByGroup(groups) : orders)(devices);
  const name = `${sort} ${order}`;
  const known = made.get(name);
  if (known) return known;
  const rankOf = sort === 'name' ? nameRankOf(devices) : keyRankOf(devices, groups, sort);
  const found = ordered(
    sort === 'name' ? null : sortedIndexes(devices, groups, 'name', 'asc'),
    devices.length,
    order === 'asc' ? rankOf : (place) => -rankOf(place),
  );
  made.set(name, found);
  return found;
}

function nameRankOf(devices: readonly Device[]): (place: number) => number {
  const ranks = nameRanks(devices.map(({ name }) => name));
  return (place) => ranks[place] ?? 0;
}

function keyRankOf(
  devices: readonly Device[],
  groups: readonly StoredGroup[],
  sort: Exclude<DeviceSort, 'name'>,
): (place: number) => number {
  if (sort === 'group') {
    const { ids, groupOf } = groupsOf(devices);
    const names = new Map(groups.map(({ id, name }) => [id, name]));
    const ranks = keyRanks(ids.map((id) => names.get(id) ?? id));
    return (place) => ranks[groupOf[place] ?? 0] ?? 0;
  }
  const ranks = keyRanks(devices.map((device) => device[sort]));
  return (place) => ranks[place] ?? 0;
}

/** Puts places in the order of their ranks; those of the same rank stay as they are in `before`, or as they are counted. */
function ordered(before: Uint32Array | null, count: number, rankOf: (place: number) => number): Uint32Array {
  // One number holds both: a typed array of numbers is sorted in a tenth of the time that comparing takes.
  const numbers = new Float64Array(count);
  for (let i = 0; i < count; i += 1) numbers[i] = rankOf(before?.[i] ?? i) * count + i;
  numbers.sort();
  const places = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const at = (((numbers[i] ?? 0) % count) + count) % count;
    places[i] = before?.[at] ?? at;
  }
  return places;
}

/** The devices of a page, in an order, of those that are wanted; and how many these are. Pages count from 1. */
export function filteredPage(
  devices: readonly Device[],
  order: Uint32Array,
  wanted: (place: number) => boolean,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): { readonly rows: readonly Device[]; readonly total: number } {
  const rows: Device[] = [];
  const begin = (page - 1) * pageSize;
  let total = 0;
  for (const place of order) {
    if (!wanted(place)) continue;
    const device = devices[place];
    if (device && total >= begin && rows.length < pageSize) rows.push(device);
    total += 1;
  }
  return { rows, total };
}
