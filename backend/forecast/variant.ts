import type { GroupId } from '#domain/ids.ts';
import type { IocScanning } from '#domain/policy/settings.ts';
import type { ScanColumns } from '#backend/planner/bulk-durations.ts';
import type { DeviceColumns } from '#backend/planner/pairs.ts';
import type { ForecastParameters } from './forecast-query.ts';
import { sameRecords, type FleetColumns } from './fleet-columns.ts';
import { groupSubtree, type FleetRecords } from './load-inputs.ts';
import { uniformSettings, scopes, settingsColumns, type SettingsColumns } from './settings-columns.ts';

/** The selected devices with their effective settings, current or under the draft; all columns are in the order of `selected`. */
export interface Variant {
  readonly records: FleetRecords;
  readonly columns: FleetColumns;
  /** The indexes of the devices in the columns of the fleet. */
  readonly selected: Uint32Array;
  /** The selected groups. */
  readonly groupIds: ReadonlySet<GroupId>;
  readonly settings: SettingsColumns;
  readonly plan: DeviceColumns;
  readonly scan: ScanColumns;
}

interface CachedVariant {
  readonly key: string;
  readonly variant: Variant;
}

const cache = new WeakMap<FleetColumns, readonly CachedVariant[]>();

/** The size of the LRU cache of each fleet: the variants of one forecast. */
const maxCached = 2;

/**
 * The variant for a selection; cached while the records are the same.
 * @param scanning overrides the settings of every device; null for the effective settings
 */
export function variantOf(
  records: FleetRecords,
  columns: FleetColumns,
  place: ForecastParameters['place'],
  scanning: IocScanning | null,
): Variant {
  const key = JSON.stringify([place, scanning]);
  const known = cache.get(columns) ?? [];
  const last = known.find((each) => each.key === key && sameSettings(each.variant.records, records));
  if (last) return last.variant;
  const variant = buildVariant(records, columns, place, scanning);
  cache.set(columns, [{ key, variant }, ...known.filter((each) => each.key !== key)].slice(0, maxCached));
  return variant;
}

/** Relies on immutable records. */
function sameSettings(a: FleetRecords, b: FleetRecords): boolean {
  return (
    sameRecords(a.policies, b.policies) &&
    sameRecords([...a.fleet.hierarchy.groups.values()], [...b.fleet.hierarchy.groups.values()]) &&
    sameRecords([...a.fleet.local.values()], [...b.fleet.local.values()])
  );
}

function buildVariant(
  records: FleetRecords,
  columns: FleetColumns,
  place: ForecastParameters['place'],
  scanning: IocScanning | null,
): Variant {
  const inside = groupsOf(records, place);
  const chosen = selectDevices(columns, place, inside);
  const settings = scanning
    ? uniformSettings(scanning, chosen.length)
    : settingsColumns(records.fleet, columns, chosen);
  const { zones, zoneOf: zoneOfAll, keys: allKeys } = columns;
  const { cases, caseOf, rules } = settings;
  const zoneOf = new Uint16Array(chosen.length);
  const ruleOf = new Uint16Array(chosen.length);
  const scopeOf = new Uint8Array(chosen.length);
  const keys = new Uint32Array(chosen.length);
  const ruleOfCase = Uint16Array.from(cases, ({ rule }) => rule);
  const scopeOfCase = Uint8Array.from(cases, ({ scope }) => scope);
  for (let i = 0; i < chosen.length; i += 1) {
    const at = chosen[i] ?? 0;
    zoneOf[i] = zoneOfAll[at] ?? 0;
    keys[i] = allKeys[at] ?? 0;
    const which = caseOf[i] ?? 0;
    ruleOf[i] = ruleOfCase[which] ?? 0;
    scopeOf[i] = scopeOfCase[which] ?? 0;
  }
  return {
    records,
    columns,
    selected: chosen,
    groupIds: inside,
    settings,
    plan: { zones, rules, zoneOf, ruleOf, keys },
    scan: { scopes, scopeOf, keys },
  };
}

function groupsOf({ fleet, devices }: FleetRecords, place: ForecastParameters['place']): ReadonlySet<GroupId> {
  if (place.kind === 'group') return groupSubtree(fleet, place.groupId);
  const device = devices.find(({ id }) => id === place.deviceId);
  return new Set(device ? [device.groupId] : []);
}

function selectDevices(
  { devices, groups, groupOf }: FleetColumns,
  place: ForecastParameters['place'],
  inside: ReadonlySet<GroupId>,
): Uint32Array {
  if (place.kind === 'device') {
    const at = devices.findIndex(({ id }) => id === place.deviceId);
    return Uint32Array.from(at < 0 ? [] : [at]);
  }
  const belongs = Uint8Array.from(groups, (group) => Number(inside.has(group)));
  const chosen = new Uint32Array(devices.length);
  let count = 0;
  for (let i = 0; i < groupOf.length; i += 1) {
    if (belongs[groupOf[i] ?? 0] !== 1) continue;
    chosen[count] = i;
    count += 1;
  }
  return chosen.slice(0, count);
}
