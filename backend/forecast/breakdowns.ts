import { fates, type DecisionBreakdownRow, type BreakdownRow } from '#contract/forecast.ts';
import { toInstant } from '#contract/time.ts';
import type { GroupId } from '#domain/ids.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { rankOf } from '#backend/planner/figures.ts';
import { groupRef } from '../queries/references.ts';
import { placeIn } from './fleet-columns.ts';
import { fateAt, type PlannedRuns } from './plan-forecast-runs.ts';
import { decisionKey } from './settings-columns.ts';
import type { SavedDecisions } from './saved-decision.ts';
import type { Side } from './variant.ts';

/** One part to count; a group's holds those of its subgroups, so it counts what its children do. */
interface Named {
  readonly key: string;
  readonly label: string;
  /** The place of the part that holds this one, earlier in the list; -1 where none does. */
  readonly parent: number;
}

/** By time zone, in the order of the alphabet. */
export function byZone(side: Side, runs: PlannedRuns, order: Uint32Array): BreakdownRow[] {
  const { zones, zoneOf } = side.plan;
  const parts = zones.map((zone) => ({
    key: zone,
    label: isTimeZone(zone) ? zone : `time zone not known: ${zone}`,
    parent: -1,
  }));
  return counted(runs, order, zoneOf, parts).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** By who decides, most runs first; a policy with the revision that does. */
export function byDecision(
  { settings }: Side,
  runs: PlannedRuns,
  order: Uint32Array,
  saved: SavedDecisions,
): DecisionBreakdownRow[] {
  const { cases, caseOf } = settings;
  const places = new Map<string, number>();
  const placeOfCase = Uint32Array.from(cases, ({ decision }) => placeIn(places, decision));
  const decisionOf = caseOf.map((which) => placeOfCase[which] ?? 0);
  const policies = new Map(cases.map(({ decision, policy }) => [decision, policy]));
  const parts = [...places.keys()].map((key) => ({
    key,
    label: policies.get(key)?.name ?? decisionLabels[key] ?? key,
    parent: -1,
  }));
  return counted(runs, order, decisionOf, parts)
    .map((part) => {
      const policy = policies.get(part.key);
      return { ...part, saved: policy ? saved.ofPolicy(policy.id) : null };
    })
    .sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1));
}

const decisionLabels: Readonly<Record<string, string>> = {
  [decisionKey('device', null)]: 'Set on the device',
  [decisionKey('default', null)]: 'Application default',
  [decisionKey('hand-set', null)]: 'Set by hand',
};

/**
 * By group of the place, each with its subgroups, in the order of the tree: so the parts overlap, and the first is all.
 * A group without devices in it or below is left out.
 */
export function byGroup(side: Side, runs: PlannedRuns, order: Uint32Array): BreakdownRow[] {
  const { inside, records, columns, chosen } = side;
  const { hierarchy } = records.fleet;
  const children = new Map<GroupId | null, GroupId[]>();
  for (const id of inside) {
    const parentId = hierarchy.groups.get(id)?.parentId ?? null;
    const parent = parentId !== null && inside.has(parentId) ? parentId : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  const places = new Map<GroupId, number>();
  const parts: Named[] = [];
  const walk = (id: GroupId, parent: number) => {
    const place = placeIn(places, id);
    parts.push({ key: id, label: groupRef(hierarchy, id).name, parent });
    for (const child of children.get(id) ?? []) walk(child, place);
  };
  for (const top of children.get(null) ?? []) walk(top, -1);
  const placeOf = Uint32Array.from(columns.groups, (group) => places.get(group) ?? 0);
  return counted(
    runs,
    order,
    chosen.map((at) => placeOf[columns.groupOf[at] ?? 0] ?? 0),
    parts,
  );
}

/**
 * Counts the runs of each part. Gone through in the order of the starts, the first of a part is its first, and the one
 * with which half of them have started its median.
 * @param order the rows that start, in that order
 * @param partOf the part of each device
 */
function counted(
  runs: PlannedRuns,
  order: Uint32Array,
  partOf: Uint32Array | Uint16Array,
  parts: readonly Named[],
): BreakdownRow[] {
  const kinds = fates.length;
  const { devices, startsMs } = runs;
  const parents = Int32Array.from(parts, ({ parent }) => parent);
  const counts = new Uint32Array(parts.length * kinds);
  for (let row = 0; row < startsMs.length; row += 1) {
    const at = (partOf[row % devices] ?? 0) * kinds + fateAt(runs, row);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (let part = parts.length - 1; part >= 0; part -= 1) {
    const parent = parents[part] ?? -1;
    for (let fate = 0; parent >= 0 && fate < kinds; fate += 1) {
      const at = parent * kinds + fate;
      counts[at] = (counts[at] ?? 0) + (counts[part * kinds + fate] ?? 0);
    }
  }
  const byFate = parts.map((_, part) => byFateOf((fate) => counts[part * kinds + fate] ?? 0));
  const half = Uint32Array.from(byFate, (count) => rankOf(50, count['at-once'] + count.waits));
  const seen = new Uint32Array(parts.length);
  const first = new Float64Array(parts.length);
  const median = new Float64Array(parts.length);
  const last = new Float64Array(parts.length);
  for (const row of order) {
    const startMs = startsMs[row] ?? 0;
    for (let part = partOf[row % devices] ?? 0; part >= 0; part = parents[part] ?? -1) {
      const rank = (seen[part] ?? 0) + 1;
      seen[part] = rank;
      if (rank === 1) first[part] = startMs;
      if (rank === half[part]) median[part] = startMs;
      last[part] = startMs;
    }
  }
  return parts.flatMap(({ key, label }, part) => {
    const own = byFate[part];
    const total = own ? fates.reduce((sum, fate) => sum + own[fate], 0) : 0;
    if (!own || total === 0) return [];
    const instant = (at: Float64Array) => ((seen[part] ?? 0) > 0 ? toInstant(at[part] ?? 0) : null);
    return [
      { key, label, runs: total, byFate: own, first: instant(first), median: instant(median), last: instant(last) },
    ];
  });
}

/** @param sum how many runs have the fate at that place in `fates` */
export const byFateOf = (sum: (fate: number) => number): BreakdownRow['byFate'] => ({
  'at-once': sum(fates.indexOf('at-once')),
  waits: sum(fates.indexOf('waits')),
  manual: sum(fates.indexOf('manual')),
  offline: sum(fates.indexOf('offline')),
  'zone-unknown': sum(fates.indexOf('zone-unknown')),
});
