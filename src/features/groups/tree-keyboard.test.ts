import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { treeKeyAction, findByTypeahead, appendTyped } from './tree-keyboard.ts';
import { forestOf, rowsOf } from './tree-rows.ts';

const node = (id: string, parentId: string | null) => ({
  id: groupIdSchema.parse(id),
  parentId: parentId === null ? null : groupIdSchema.parse(parentId),
  name: id,
  childCount: 0,
  deviceCount: 0,
});
const forest = forestOf([
  node('root', null),
  node('labs', 'root'),
  node('offices', 'root'),
  node('shops', 'root'),
  node('bench', 'labs'),
  node('berlin', 'offices'),
  node('kiosk', 'shops'),
]);
// root ▾, labs ▸, offices ▾, berlin, shops ▸
const rows = rowsOf(forest, { shown: null, open: new Set(['root', 'offices']) });
const at = (id: string) => rows.findIndex(({ group }) => group.id === id);

test.each([
  ['down goes to the next row', 'ArrowDown', 'offices', { kind: 'focus', id: 'berlin' }],
  ['up goes to the row before', 'ArrowUp', 'shops', { kind: 'focus', id: 'berlin' }],
  ['up on the first row stays', 'ArrowUp', 'root', null],
  ['down on the last row stays', 'ArrowDown', 'shops', null],
  ['Home goes to the first row', 'Home', 'berlin', { kind: 'focus', id: 'root' }],
  ['End goes to the last row', 'End', 'root', { kind: 'focus', id: 'shops' }],
  ['right opens a closed group', 'ArrowRight', 'labs', { kind: 'open', ids: ['labs'] }],
  ['right on an open group goes to its first child', 'ArrowRight', 'offices', { kind: 'focus', id: 'berlin' }],
  ['right on a group without children does nothing', 'ArrowRight', 'berlin', null],
  ['left closes an open group', 'ArrowLeft', 'offices', { kind: 'close', id: 'offices' }],
  ['left on a closed one goes to its parent', 'ArrowLeft', 'shops', { kind: 'focus', id: 'root' }],
  ['* opens all closed siblings and itself', '*', 'offices', { kind: 'open', ids: ['labs', 'shops'] }],
  ['* with nothing to open does nothing', '*', 'berlin', null],
  ['Enter selects', 'Enter', 'berlin', { kind: 'select', id: 'berlin' }],
  ['Space selects', ' ', 'berlin', { kind: 'select', id: 'berlin' }],
])('%s', (_, key, on, action) => {
  expect(treeKeyAction(key, rows, at(on))).toEqual(action);
});

test('a typed letter goes to the next name, more letters narrow it, and the end leads round', () => {
  const names = ['Managed devices', 'Offices', 'Berlin', 'Bern'];
  expect(findByTypeahead(names, 0, 'b')).toBe(2);
  expect(findByTypeahead(names, 2, 'b')).toBe(3);
  expect(findByTypeahead(names, 3, 'b')).toBe(2);
  expect(findByTypeahead(names, 2, 'bern')).toBe(3);
  expect(findByTypeahead(names, 2, 'ber')).toBe(2);
  expect(findByTypeahead(names, 0, 'x')).toBe(-1);
});

test('the same letter again goes on to the next name, as long as no name begins with it twice', () => {
  expect(findByTypeahead(['Berlin', 'Bern'], 0, 'bb')).toBe(1);
  expect(findByTypeahead(['Aachen', 'Athens'], 1, 'aa')).toBe(0);
  expect(findByTypeahead(['Berlin', 'Bern'], 0, 'bx')).toBe(-1);
});

test('letters within a second of each other add up, and a pause begins anew', () => {
  expect(appendTyped({ text: 'be', atMs: 5_000 }, 'r', 5_900)).toEqual({ text: 'ber', atMs: 5_900 });
  expect(appendTyped({ text: 'be', atMs: 5_000 }, 'r', 6_000)).toEqual({ text: 'r', atMs: 6_000 });
});
