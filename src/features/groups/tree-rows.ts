import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';

/** The groups of the tree by parent, in the order in which they were sent. */
export interface GroupForest {
  readonly byId: ReadonlyMap<string, GroupNode>;
  readonly children: ReadonlyMap<string, readonly GroupNode[]>;
  readonly root: GroupNode | undefined;
}

export function forestOf(groups: readonly GroupNode[]): GroupForest {
  const children = new Map<string, GroupNode[]>();
  for (const group of groups) {
    if (group.parentId === null) continue;
    const siblings = children.get(group.parentId);
    if (siblings) siblings.push(group);
    else children.set(group.parentId, [group]);
  }
  return { byId: new Map(groups.map((g) => [g.id, g])), children, root: groups.find((g) => g.parentId === null) };
}

/** The ids of the groups above one, the root first. */
export function ancestorsOf(forest: GroupForest, id: GroupId): GroupId[] {
  const above: GroupId[] = [];
  for (let parent = forest.byId.get(id)?.parentId ?? null; parent !== null;) {
    above.unshift(parent);
    parent = forest.byId.get(parent)?.parentId ?? null;
  }
  return above;
}

/** The groups whose name holds the text, with all groups above them; null when there is nothing to filter by. */
export function matchingGroups(forest: GroupForest, text: string): ReadonlySet<string> | null {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return null;
  const shown = new Set<string>();
  for (const group of forest.byId.values()) {
    if (!group.name.toLowerCase().includes(wanted)) continue;
    shown.add(group.id);
    for (const id of ancestorsOf(forest, group.id)) shown.add(id);
  }
  return shown;
}

/**
 * The row that typing leads to: the next whose name begins with the text, round the end; −1 when there is none.
 * One letter moves on from the focused row; more letters may stay on it. Source: the WAI-ARIA tree pattern.
 */
export function nextByName(names: readonly string[], focused: number, text: string): number {
  const wanted = text.toLowerCase();
  const first = focused + (text.length === 1 ? 1 : 0);
  for (let step = 0; step < names.length; step++) {
    const row = (first + step) % names.length;
    if (names[row]?.toLowerCase().startsWith(wanted)) return row;
  }
  return -1;
}
