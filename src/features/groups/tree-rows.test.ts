import { expect, test } from 'vitest';
import { groupIdSchema } from '#domain/ids.ts';
import { ancestorsOf, forestOf, matchingGroups, nextByName } from './tree-rows.ts';

const node = (id: string, parentId: string | null, name: string) => ({
  id: groupIdSchema.parse(id),
  parentId: parentId === null ? null : groupIdSchema.parse(parentId),
  name,
  childCount: 0,
  deviceCount: 0,
});
const forest = forestOf([
  node('root', null, 'Managed devices'),
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

test('a typed letter goes to the next name, more letters narrow it, and the end leads round', () => {
  const names = ['Managed devices', 'Offices', 'Berlin', 'Bern'];
  expect(nextByName(names, 0, 'b')).toBe(2);
  expect(nextByName(names, 2, 'b')).toBe(3);
  expect(nextByName(names, 3, 'b')).toBe(2);
  expect(nextByName(names, 2, 'bern')).toBe(3);
  expect(nextByName(names, 2, 'ber')).toBe(2);
  expect(nextByName(names, 0, 'x')).toBe(-1);
});
