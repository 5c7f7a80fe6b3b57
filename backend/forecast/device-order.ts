import type { Parsed } from '#contract/operations.ts';
import { groupRef } from '../queries/references.ts';
import { sortedByText } from '../queries/name-order.ts';
import { compareText } from '../queries/page.ts';
import type { FleetColumns } from './fleet-columns.ts';
import type { Variant } from './variant.ts';

type Sort = Parsed<'forecastRuns'>['body']['sort'];
type Order = Parsed<'forecastRuns'>['body']['order'];

const cache = new WeakMap<FleetColumns, Uint32Array>();

/** The rank of each device by name, then by id; computed once for a fleet. */
function nameRanks(columns: FleetColumns): Uint32Array {
  const known = cache.get(columns);
  if (known) return known;
  const { devices } = columns;
  const sorted = sortedByText(
    devices.map(({ name }) => name),
    (a, b) => orderOf(devices[a]?.id ?? '', devices[b]?.id ?? ''),
  );
  const ranks = new Uint32Array(devices.length);
  sorted.forEach((at, rank) => (ranks[at] = rank));
  cache.set(columns, ranks);
  return ranks;
}

const orderOf = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/**
 * The devices of a variant in the order of a list: by the sort, then by name. Sorted by start, which is a property of runs,
 * it is the order of runs with equal starts.
 */
export function deviceOrder(variant: Variant, sort: Sort, order: Order): Uint32Array {
  const { columns, selected: chosen } = variant;
  const names = nameRanks(columns);
  const first = firstKey(variant, sort);
  const direction = order === 'asc' ? 1 : -1;
  const places = columns.devices.length;
  // One number encodes both keys: the rank in the sort, then the rank of the name.
  const keys = new Float64Array(chosen.length);
  const placeOf = new Uint32Array(places);
  for (let i = 0; i < keys.length; i += 1) {
    const name = names[chosen[i] ?? 0] ?? 0;
    keys[i] = first ? direction * first(i) * places + name : name;
    placeOf[name] = i;
  }
  keys.sort();
  const sorted = Uint32Array.from(keys, (key) => placeOf[((key % places) + places) % places] ?? 0);
  return sort === 'device' && order === 'desc' ? sorted.reverse() : sorted;
}

/** The primary sort key of a device; null to sort by name only. */
function firstKey(
  { records, columns, selected: chosen, plan, settings }: Variant,
  sort: Sort,
): ((device: number) => number) | null {
  switch (sort) {
    case 'device':
    case 'start':
      return null;
    case 'group': {
      const ranks = ranksOf(columns.groups.map((id) => groupRef(records.fleet.hierarchy, id).name));
      return (device) => ranks[columns.groupOf[chosen[device] ?? 0] ?? 0] ?? 0;
    }
    case 'zone': {
      const ranks = ranksOf(plan.zones);
      return (device) => ranks[plan.zoneOf[device] ?? 0] ?? 0;
    }
    case 'decision': {
      const ranks = ranksOf(settings.cases.map(({ policy, decision }) => policy?.name ?? decision));
      return (device) => ranks[settings.caseOf[device] ?? 0] ?? 0;
    }
    default:
      return sort satisfies never;
  }
}

/** The rank of each text in the order of a person's language; equal texts have the same rank. */
function ranksOf(texts: readonly string[]): number[] {
  const sorted = [...new Set(texts)].sort(compareText);
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  return texts.map((text) => ranks.get(text) ?? 0);
}
