import type { GroupId } from '#domain/ids.ts';
import type { TreeRow } from './tree-rows.ts';

/** What a key does in the tree. */
export type TreeAction =
  | { readonly kind: 'focus'; readonly id: GroupId }
  | { readonly kind: 'open'; readonly ids: readonly GroupId[] }
  | { readonly kind: 'close'; readonly id: GroupId }
  | { readonly kind: 'select'; readonly id: GroupId };

/**
 * What a key does on the focused row; null when it does nothing there. Keys are what they write (`event.key`), so `*`
 * is the same on every keyboard layout and on the numeric pad. Typing letters is `nextByName`.
 * Source: the tree pattern of the WAI-ARIA practices.
 */
export function treeKeyAction(key: string, rows: readonly TreeRow[], focused: number): TreeAction | null {
  const row = rows[focused];
  if (!row) return null;
  const to = (index: number): TreeAction | null => {
    const target = rows[index];
    return target && target !== row ? { kind: 'focus', id: target.group.id } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return to(focused + 1);
    case 'ArrowUp':
      return to(focused - 1);
    case 'Home':
      return to(0);
    case 'End':
      return to(rows.length - 1);
    case 'ArrowRight':
      if (row.open === false) return { kind: 'open', ids: [row.group.id] };
      return row.open === true ? to(focused + 1) : null;
    case 'ArrowLeft':
      if (row.open === true) return { kind: 'close', id: row.group.id };
      return to(rows.findIndex(({ group }) => group.id === row.group.parentId));
    case '*': {
      const closed = rows.filter(({ group, open }) => open === false && group.parentId === row.group.parentId);
      return closed.length === 0 ? null : { kind: 'open', ids: closed.map(({ group }) => group.id) };
    }
    case 'Enter':
    case ' ':
      return { kind: 'select', id: row.group.id };
    default:
      return null;
  }
}

/** Text typed into the tree so far, and when its last letter came, in milliseconds of the events' own clock. */
export interface Typed {
  readonly text: string;
  readonly atMs: number;
}

const pauseMs = 1_000;

/** The text after one more letter: letters within a second of each other add up, after a pause a new text begins. */
export const appendTyped = ({ text, atMs }: Typed, letter: string, nowMs: number): Typed => ({
  text: nowMs - atMs < pauseMs ? text + letter : letter,
  atMs: nowMs,
});

/**
 * The row that typing leads to: the next whose name begins with the text, round the end; −1 when there is none.
 * One letter moves on from the focused row, and so does the same letter again; more letters may stay on it.
 */
export function findByTypeahead(names: readonly string[], focused: number, text: string): number {
  const wanted = text.toLowerCase();
  const first = focused + (text.length === 1 ? 1 : 0);
  for (let step = 0; step < names.length; step++) {
    const row = (first + step) % names.length;
    if (names[row]?.toLowerCase().startsWith(wanted)) return row;
  }
  const again = wanted.length > 1 && new Set(wanted).size === 1;
  return again ? findByTypeahead(names, focused, text.slice(0, 1)) : -1;
}
