import { managedDevices, unassignedDevices, type AdministrationGroup } from '#domain/fleet/fleet.ts';
import { groupIdSchema, type GroupId } from '#domain/ids.ts';
import { nameKey } from '../records/names.ts';
import { newId } from '../records/new-id.ts';
import { quoted } from './csv-text.ts';
import type { GroupWish } from './inventory-cells.ts';

/** The group that a row means; none; one that cannot be told by its name alone; or why there can be none. */
export type FoundGroup =
  | { readonly kind: 'found'; readonly groupId: GroupId }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly name: string; readonly candidates: readonly GroupId[] }
  | { readonly kind: 'error'; readonly message: string };

/** Groups are created down to this depth below *Managed devices*; deeper ones that are there can be named. */
const deepestNewGroup = 20;
const mostNewGroups = 10_000;

/**
 * Finds groups by their path, and makes those that are not there. A name alone means the one group of that name, and for
 * a device that is in such a group that one: a list that shows names only moves nothing.
 * @param holdsPaths whether the file names groups by their paths: then a name alone is a group of the first level
 */
export function groupFinder(groups: readonly AdministrationGroup[], number: number, holdsPaths: boolean) {
  const keyOf = (parent: GroupId, name: string) => `${parent}/${nameKey(name)}`;
  const children = new Map(
    groups.flatMap(({ id, parentId, name }) => (parentId === null ? [] : [[keyOf(parentId, name), id] as const])),
  );
  const names = new Map(groups.map(({ id, name }) => [id, nameKey(name)]));
  const byName = new Map<string, GroupId[]>();
  for (const { id, parentId, name } of groups) {
    if (parentId === null) continue;
    const same = byName.get(nameKey(name));
    if (same) same.push(id);
    else byName.set(nameKey(name), [id]);
  }
  // Rows that wish for the same group share the very same wish.
  const found = new Map<GroupWish, FoundGroup>();
  const made: AdministrationGroup[] = [];

  const look = (path: readonly string[]): FoundGroup => {
    let id: GroupId = managedDevices;
    let depth = 0;
    for (const name of path) {
      const next = children.get(keyOf(id, name));
      if (next === undefined) break;
      id = next;
      depth += 1;
    }
    if (depth === path.length) return { kind: 'found', groupId: id };
    const [missing] = path.slice(depth);
    if (path.length > deepestNewGroup) {
      return {
        kind: 'error',
        message: `${quoted(missing ?? '')} would be too deep: groups are created down to level ${String(deepestNewGroup)}.`,
      };
    }
    if (made.length + path.length - depth > mostNewGroups) {
      return { kind: 'error', message: `One import creates at most ${mostNewGroups.toLocaleString('en')} groups.` };
    }
    for (const name of path.slice(depth)) {
      const group = { id: idOf(made.length + 1), parentId: id, name };
      children.set(keyOf(id, name), group.id);
      made.push(group);
      id = group.id;
    }
    return { kind: 'found', groupId: id };
  };
  const idOf = (count: number) => groupIdSchema.parse(`${newId('group', number)}-${String(count)}`);

  const byNameAlone = (name: string): FoundGroup => {
    const candidates = byName.get(nameKey(name)) ?? [];
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1) return { kind: 'found', groupId: only };
    return holdsPaths ? look([name]) : { kind: 'unknown', name, candidates };
  };

  const resolve = (wish: GroupWish): FoundGroup => {
    switch (wish.kind) {
      case 'none':
        return { kind: 'none' };
      case 'error':
        return wish;
      case 'name':
        return byNameAlone(wish.name);
      case 'path':
        return wish.path === 'unassigned' ? { kind: 'found', groupId: unassignedDevices } : look(wish.path);
      default:
        return wish satisfies never;
    }
  };

  return {
    made,
    /** @param current the group of the device that is there */
    find(wish: GroupWish, current: GroupId | undefined): FoundGroup {
      if (wish.kind === 'name' && current !== undefined && names.get(current) === nameKey(wish.name)) {
        return { kind: 'found', groupId: current };
      }
      const known = found.get(wish) ?? resolve(wish);
      found.set(wish, known);
      return known;
    },
  };
}
