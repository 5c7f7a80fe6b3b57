import type { GroupNode } from '#contract/groups.ts';
import type { GroupId } from '#domain/ids.ts';

/** The groups of the tree by parent, in the order in which they were sent. */
export interface GroupForest {
  readonly byId: ReadonlyMap<string, GroupNode>;
  readonly children: ReadonlyMap<string, readonly GroupNode[]>;
  /** The groups without one above them: *Managed devices*, and *Unassigned devices* last. */
  readonly roots: readonly GroupNode[];
}

export function forestOf(groups: readonly GroupNode[]): GroupForest {
  const children = new Map<string, GroupNode[]>();
  for (const group of groups) {
    if (group.parentId === null) continue;
    const siblings = children.get(group.parentId);
    if (siblings) siblings.push(group);
    else children.set(group.parentId, [group]);
  }
  return { byId: new Map(groups.map((g) => [g.id, g])), children, roots: groups.filter((g) => g.parentId === null) };
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

/** A group as the tree shows it: where it stands, and whether it opens. Levels and positions count from 1, as ARIA does. */
export interface TreeRow {
  readonly group: GroupNode;
  readonly level: number;
  readonly position: number;
  readonly setSize: number;
  /** Whether its children are shown; null when it has none to show. */
  readonly open: boolean | null;
}

/** What the tree shows: the groups in view, null for all, and those of them that are open. */
export interface TreeState {
  readonly shown: ReadonlySet<string> | null;
  readonly open: ReadonlySet<string>;
}

/** The rows of the tree from top to bottom: every shown group whose parents are all open. */
export function rowsOf(forest: GroupForest, { shown, open }: TreeState): TreeRow[] {
  const rows: TreeRow[] = [];
  const childrenOf = (id: string) =>
    (forest.children.get(id) ?? []).filter((child) => shown === null || shown.has(child.id));
  const add = (siblings: readonly GroupNode[], level: number) => {
    for (const [i, group] of siblings.entries()) {
      const children = childrenOf(group.id);
      const isOpen = open.has(group.id);
      rows.push({
        group,
        level,
        position: i + 1,
        setSize: siblings.length,
        open: children.length === 0 ? null : isOpen,
      });
      if (isOpen) add(children, level + 1);
    }
  };
  add(
    forest.roots.filter(({ id }) => shown === null || shown.has(id)),
    1,
  );
  return rows;
}
