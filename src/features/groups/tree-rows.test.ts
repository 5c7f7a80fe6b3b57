import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { ancestorsOf, forestOf, matchingGroups, rowsOf } from './tree-rows.ts';

const node = (id: string, parentId: string | null, name: string) => ({
  id: groupIdSchema.parse(id),
  parentId: parentId === null ? null : groupIdSchema.parse(parentId),
  name,
  childCount: 0,
  deviceCount: 0,
});
const forest = forestOf([
  node('root', null, 'Managed devices'),
  node('labs', 'root', 'Labs'),
  node('offices', 'root', 'Offices'),
  node('berlin', 'offices', 'Berlin'),
]);

test('a filter keeps what matches and the way to it', () => {
  expect([...(matchingGroups(forest, ' BERL ') ?? [])].sort()).toEqual(['berlin', 'offices', 'root']);
  expect(matchingGroups(forest, '  ')).toBeNull();
  expect(matchingGroups(forest, 'paris')?.size).toBe(0);
});

test('the groups above one are named from the root down', () => {
  expect(ancestorsOf(forest, groupIdSchema.parse('berlin'))).toEqual(['root', 'offices']);
});

test('the rows are the groups below open ones, each with its level and place among its siblings', () => {
  const shown = (open: readonly string[]) =>
    rowsOf(forest, { shown: null, open: new Set(open) }).map(
      (row) =>
        `${String(row.level)} ${row.group.name} ${String(row.position)}/${String(row.setSize)} ${String(row.open)}`,
    );
  expect(shown([])).toEqual(['1 Managed devices 1/1 false']);
  expect(shown(['root'])).toEqual(['1 Managed devices 1/1 true', '2 Labs 1/2 null', '2 Offices 2/2 false']);
  expect(shown(['root', 'offices'])).toContain('3 Berlin 1/1 null');
  // An open group below a closed one is not shown, and is open again when its parent is.
  expect(shown(['offices'])).toEqual(['1 Managed devices 1/1 false']);
});

test('filtered, a group counts its shown siblings only', () => {
  const all = matchingGroups(forest, 'berlin') ?? new Set();
  const rows = rowsOf(forest, { shown: all, open: all });
  expect(rows.map(({ group, setSize }) => `${group.name} of ${String(setSize)}`)).toEqual([
    'Managed devices of 1',
    'Offices of 1',
    'Berlin of 1',
  ]);
  expect(rowsOf(forest, { shown: new Set(), open: new Set() })).toEqual([]);
});
