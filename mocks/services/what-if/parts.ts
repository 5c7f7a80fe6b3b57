import { fates, type WhatIfPart } from '#contract/what-if.ts';
import { toInstant } from '#contract/time.ts';
import type { GroupId } from '#domain/ids.ts';
import { figuresOf } from '#mocks/simulator/figures.ts';
import { groupRef } from '../backend.ts';
import { placeIn } from './fleet-columns.ts';
import { fateAt, type PlannedRuns } from './planned.ts';
import type { Side } from './side.ts';

/** One part to count: the runs whose leaf is in [from, to). */
interface Counted {
  readonly key: string;
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** By time zone, in the order of the alphabet. */
export function byZone(side: Side, runs: PlannedRuns): WhatIfPart[] {
  const { zones, zoneOf } = side.plan;
  const parts = zones.map((zone, at) => ({ key: zone, label: zone, from: at, to: at + 1 }));
  return counted(runs, zoneOf, zones.length, parts).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** By who decides, most runs first. */
export function byDecision({ settings: { cases, caseOf } }: Side, runs: PlannedRuns): WhatIfPart[] {
  const places = new Map<string, number>();
  const placeOfCase = Uint32Array.from(cases, ({ decision }) => placeIn(places, decision));
  const decisionOf = caseOf.map((which) => placeOfCase[which] ?? 0);
  const names = new Map(cases.map(({ decision, policy }) => [decision, policy?.name]));
  const parts = [...places].map(([key, at]) => ({
    key,
    label: names.get(key) ?? decisionLabels[key] ?? key,
    from: at,
    to: at + 1,
  }));
  return counted(runs, decisionOf, places.size, parts).sort((a, b) => b.runs - a.runs || (a.key < b.key ? -1 : 1));
}

const decisionLabels: Readonly<Record<string, string>> = {
  device: 'Set on the device',
  default: 'Application default',
  'hand-set': 'Set by hand',
};

/**
 * By group of the place, each with its subgroups, in the order of the tree: so the parts overlap, and the first is all.
 * A group without devices in it or below is left out.
 */
export function byGroup(side: Side, runs: PlannedRuns): WhatIfPart[] {
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
  // Numbered on the way down, a group and all below it have numbers without a gap.
  const numbers = new Map<GroupId, number>();
  const parts: Counted[] = [];
  const walk = (id: GroupId) => {
    const from = numbers.size;
    numbers.set(id, from);
    const at = parts.push({ key: id, label: groupRef(hierarchy, id).name, from, to: from + 1 }) - 1;
    children.get(id)?.forEach(walk);
    const part = parts[at];
    if (part) parts[at] = { ...part, to: numbers.size };
  };
  children.get(null)?.forEach(walk);
  const numberOf = Uint32Array.from(columns.groups, (group) => numbers.get(group) ?? 0);
  const leafOf = chosen.map((at) => numberOf[columns.groupOf[at] ?? 0] ?? 0);
  return counted(runs, leafOf, numbers.size, parts);
}

/**
 * Counts the runs of each part. The starts are put in the order of the leaves once, so that each part's are one stretch.
 * @param leafOf the leaf of each device
 */
function counted(
  runs: PlannedRuns,
  leafOf: Uint32Array | Uint16Array,
  leaves: number,
  parts: readonly Counted[],
): WhatIfPart[] {
  const kinds = fates.length;
  const { devices, startsMs } = runs;
  const perLeaf = new Uint32Array(leaves * kinds);
  const begins = new Uint32Array(leaves + 1);
  for (let row = 0; row < startsMs.length; row += 1) {
    const leaf = leafOf[row % devices] ?? 0;
    const at = leaf * kinds + fateAt(runs, row);
    perLeaf[at] = (perLeaf[at] ?? 0) + 1;
    if (startsMs[row] !== Infinity) begins[leaf + 1] = (begins[leaf + 1] ?? 0) + 1;
  }
  for (let leaf = 0; leaf < leaves; leaf += 1) begins[leaf + 1] = (begins[leaf + 1] ?? 0) + (begins[leaf] ?? 0);
  const next = begins.slice();
  const ordered = new Float64Array(begins[leaves] ?? 0);
  for (let row = 0; row < startsMs.length; row += 1) {
    const startMs = startsMs[row] ?? Infinity;
    if (startMs === Infinity) continue;
    const leaf = leafOf[row % devices] ?? 0;
    ordered[next[leaf] ?? 0] = startMs;
    next[leaf] = (next[leaf] ?? 0) + 1;
  }
  return parts.flatMap(({ key, label, from, to }) => {
    const sum = (fate: number) => {
      let total = 0;
      for (let leaf = from; leaf < to; leaf += 1) total += perLeaf[leaf * kinds + fate] ?? 0;
      return total;
    };
    const byFate = byFateOf(sum);
    const count = fates.reduce((total, fate) => total + byFate[fate], 0);
    if (count === 0) return [];
    const figures = figuresOf(ordered.subarray(begins[from], begins[to]));
    return [
      {
        key,
        label,
        runs: count,
        byFate,
        first: figures && toInstant(figures.firstMs),
        median: figures && toInstant(figures.medianMs),
        last: figures && toInstant(figures.lastMs),
      },
    ];
  });
}

/** @param sum how many runs have the fate at that place in `fates` */
export const byFateOf = (sum: (fate: number) => number): WhatIfPart['byFate'] => ({
  'at-once': sum(fates.indexOf('at-once')),
  waits: sum(fates.indexOf('waits')),
  manual: sum(fates.indexOf('manual')),
  offline: sum(fates.indexOf('offline')),
});
