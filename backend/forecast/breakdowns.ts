import { fates, type DecisionBreakdownRow, type BreakdownRow } from '#contract/forecast.ts';
import { toInstant } from '#contract/time.ts';
import type { GroupId } from '#domain/ids.ts';
import { isTimeZone } from '#domain/schedule/time-zone.ts';
import { rankOf } from '#backend/planner/figures.ts';
import { groupRef } from '../queries/references.ts';
import { intern } from './fleet-columns.ts';
import { fateAt, type PlannedRuns } from './plan-forecast-runs.ts';
import { decisionKey } from './settings-columns.ts';
import type { SavedDecisions } from './saved-decision.ts';
import type { Variant } from './variant.ts';

/** One row to count. The node of a group includes the runs of its subgroups. */
interface BreakdownNode {
  readonly key: string;
  readonly label: string;
  /** The index of the parent node, earlier in the list; -1 without one. */
  readonly parent: number;
}

/** By time zone, in alphabetical order. */
export function byZone(variant: Variant, runs: PlannedRuns, order: Uint32Array): BreakdownRow[] {
  const { zones, zoneOf } = variant.plan;
  const nodes = zones.map((zone) => ({
    key: zone,
    label: isTimeZone(zone) ? zone : `time zone not known: ${zone}`,
    parent: -1,
  }));
  return countRuns(runs, order, zoneOf, nodes).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** By the source of the settings, most runs first; a policy with its revision. */
export function byDecision(
  { settings }: Variant,
  runs: PlannedRuns,
  order: Uint32Array,
  saved: SavedDecisions,
): DecisionBreakdownRow[] {
  const { cases, caseOf } = settings;
  const places = new Map<string, number>();
  const placeOfCase = Uint32Array.from(cases, ({ decision }) => intern(places, decision));
  const decisionOf = caseOf.map((which) => placeOfCase[which] ?? 0);
  const policies = new Map(cases.map(({ decision, policy }) => [decision, policy]));
  const nodes = [...places.keys()].map((key) => ({
    key,
    label: policies.get(key)?.name ?? decisionLabels[key] ?? key,
    parent: -1,
  }));
  return countRuns(runs, order, decisionOf, nodes)
    .map((node) => {
      const policy = policies.get(node.key);
      return { ...node, saved: policy ? saved.ofPolicy(policy.id) : null };
    })
    .sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1));
}

const decisionLabels: Readonly<Record<string, string>> = {
  [decisionKey('device', null)]: 'Set on the device',
  [decisionKey('default', null)]: 'Application default',
  [decisionKey('hand-set', null)]: 'Set by hand',
};

/**
 * By group, each including its subgroups, in the order of the tree: the rows overlap, and the first one counts all runs.
 * Groups without devices in their subtree are omitted.
 */
export function byGroup(variant: Variant, runs: PlannedRuns, order: Uint32Array): BreakdownRow[] {
  const { groupIds: inside, records, columns, selected: chosen } = variant;
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
  const nodes: BreakdownNode[] = [];
  const walk = (id: GroupId, parent: number) => {
    const place = intern(places, id);
    nodes.push({ key: id, label: groupRef(hierarchy, id).name, parent });
    for (const child of children.get(id) ?? []) walk(child, place);
  };
  for (const top of children.get(null) ?? []) walk(top, -1);
  const placeOf = Uint32Array.from(columns.groups, (group) => places.get(group) ?? 0);
  return countRuns(
    runs,
    order,
    chosen.map((at) => placeOf[columns.groupOf[at] ?? 0] ?? 0),
    nodes,
  );
}

/**
 * Counts the runs of each node. First, median and last start come from one pass over the runs in the order of their starts.
 * @param order the rows that start, in that order
 * @param nodeOf the node of each device
 */
function countRuns(
  runs: PlannedRuns,
  order: Uint32Array,
  nodeOf: Uint32Array | Uint16Array,
  nodes: readonly BreakdownNode[],
): BreakdownRow[] {
  const kinds = fates.length;
  const { devices, startsMs } = runs;
  const parents = Int32Array.from(nodes, ({ parent }) => parent);
  const counts = new Uint32Array(nodes.length * kinds);
  for (let row = 0; row < startsMs.length; row += 1) {
    const at = (nodeOf[row % devices] ?? 0) * kinds + fateAt(runs, row);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  for (let node = nodes.length - 1; node >= 0; node -= 1) {
    const parent = parents[node] ?? -1;
    for (let fate = 0; parent >= 0 && fate < kinds; fate += 1) {
      const at = parent * kinds + fate;
      counts[at] = (counts[at] ?? 0) + (counts[node * kinds + fate] ?? 0);
    }
  }
  const byFate = nodes.map((_, node) => fateCounts((fate) => counts[node * kinds + fate] ?? 0));
  const half = Uint32Array.from(byFate, (count) => rankOf(50, count['at-once'] + count.waits));
  const seen = new Uint32Array(nodes.length);
  const first = new Float64Array(nodes.length);
  const median = new Float64Array(nodes.length);
  const last = new Float64Array(nodes.length);
  for (const row of order) {
    const startMs = startsMs[row] ?? 0;
    for (let node = nodeOf[row % devices] ?? 0; node >= 0; node = parents[node] ?? -1) {
      const rank = (seen[node] ?? 0) + 1;
      seen[node] = rank;
      if (rank === 1) first[node] = startMs;
      if (rank === half[node]) median[node] = startMs;
      last[node] = startMs;
    }
  }
  return nodes.flatMap(({ key, label }, node) => {
    const own = byFate[node];
    const total = own ? fates.reduce((sum, fate) => sum + own[fate], 0) : 0;
    if (!own || total === 0) return [];
    const instant = (at: Float64Array) => ((seen[node] ?? 0) > 0 ? toInstant(at[node] ?? 0) : null);
    return [
      { key, label, runs: total, byFate: own, first: instant(first), median: instant(median), last: instant(last) },
    ];
  });
}

/** @param sum the number of runs with the fate at an index of `fates` */
export const fateCounts = (sum: (fate: number) => number): BreakdownRow['byFate'] => ({
  'at-once': sum(fates.indexOf('at-once')),
  waits: sum(fates.indexOf('waits')),
  manual: sum(fates.indexOf('manual')),
  offline: sum(fates.indexOf('offline')),
  'zone-unknown': sum(fates.indexOf('zone-unknown')),
});
