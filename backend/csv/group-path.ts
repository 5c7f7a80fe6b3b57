import { groupPathText } from '#contract/group-path.ts';
import { nameSchema } from '#contract/names.ts';
import type { GroupId } from '#domain/ids.ts';
import { pathTo, type Hierarchy } from '#domain/policy/policy.ts';
import { nameKey } from '../records/names.ts';
import { quoted } from './csv-text.ts';

const [root, unassigned] = ['managed devices', 'unassigned devices'];

/**
 * A group's name may hold a slash, with a backslash before it; it holds no backslash and no `>`, so these too can stand
 * between names: GLPI writes `Paris > Building A`, directories `Offices\Berlin`.
 */
const separator = /(?<!\\)\/|\\(?!\/)|>/;

/** What a cell says about a group: the names from *Managed devices* down, without it, or *Unassigned devices*. */
export type ReadPath = readonly string[] | 'unassigned' | { readonly error: string };

/** Whether a text is more than the name of one group. */
export const isPath = (text: string): boolean => separator.test(text) || nameKey(text.trim()) === root;

/**
 * A path such as `Managed devices/Offices/Berlin`, or without the root, `Offices/Berlin`: the names from the root down,
 * without it. A slash within a name is written `\/`.
 */
export function readPath(text: string): ReadPath {
  const names = text
    .replace(/^\/|(?<!\\)\/$/g, '')
    .split(separator)
    .map((name) => name.replaceAll('\\/', '/').trim());
  const first = nameKey(names[0] ?? '');
  if (first === unassigned) {
    return names.length === 1
      ? 'unassigned'
      : { error: '“Unassigned devices” has no subgroups. Choose another group.' };
  }
  const below = first === root ? names.slice(1) : names;
  for (const name of below) {
    const parsed = nameSchema.safeParse(name);
    if (parsed.success) continue;
    const why = name === '' ? 'A group’s name is empty.' : (parsed.error.issues[0]?.message ?? '');
    return { error: `${quoted(text)} is no group path. ${why}` };
  }
  return below;
}

/** The path of a group as `readPath` reads it. */
export const pathText = (hierarchy: Hierarchy, groupId: GroupId): string =>
  groupPathText(pathTo(hierarchy, groupId).map(({ name }) => name));
