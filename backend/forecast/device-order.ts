import type { Parsed } from '#contract/operations.ts';
import { groupRef } from '../queries/references.ts';
import { sortedByText } from '../queries/name-order.ts';
import { compareText } from '../queries/page.ts';
import type { FleetColumns } from './fleet-columns.ts';
import type { Variant } from './variant.ts';

type Sort = Parsed<'forecastRuns'>['body']['sort'];
type Order = Parsed<'forecastRuns'>['body']['order'];

const cache = new WeakMap<FleetColumns, Uint32Array>();

/** The rank of each device among all by name, worked out once for a fleet; devices of one name follow by id. */
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
 * The devices of a variant in the order of a list: by the sort, then by name. In the order by start, which runs have and
 * devices have not, it is the order among equals.
 */
export function deviceOrder(variant: Variant, sort: Sort, order: Order): Uint32Array {
  const { columns, selected: chosen } = variant;
  const names = nameRanks(columns);
  const first = firstKey(variant, sort);
  const direction = order === 'asc' ? 1 : -1;
  const places = columns.devices.length;
  // One number holds both keys: the sort's rank, then the name's.
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

/** What devices are ordered by before their names; null for the names alone. */
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

/** The rank of each text as a person would order them; equal texts have one rank. */
function ranksOf(texts: readonly string[]): number[] {
  const sorted = [...new Set(texts)].sort(compareText);
  const ranks = new Map(sorted.map((text, rank) => [text, rank]));
  return texts.map((text) => ranks.get(text) ?? 0);
}
